// What a person may say about files to be read; everything is recognised when left open.
#pragma once

#include "core/exchange/format.h"
#include "core/exchange/mapping.h"

#include <optional>
#include <string>

namespace agon::exchange {

struct ImportOptions {
    std::optional<Format> format;
    std::string set;   // name of the instruction set; empty: by the format's custom
    std::string model; // whose answers these are; empty: as the file says
    std::string judge; // who judged; empty: as the file says
    Mapping mapping;   // of csv and jsonl; fields left open are found by usual names
};

} // namespace agon::exchange
