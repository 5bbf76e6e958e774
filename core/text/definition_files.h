// Small files that define one thing each, by id: the built-in ones of a folder below resources/,
// and a user's own, which replace them.
#pragma once

#include "core/base/result.h"
#include "core/text/ascii.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace agon {

struct DefinitionFile {
    std::string name;  // "providers/openai.json", or the path of a user's file
    std::string bytes; // of at most 1 MiB
};

// The built-in files of a folder ("providers"), ascending by name.
[[nodiscard]] std::vector<DefinitionFile> builtinDefinitions(std::string_view folder);

// The *.json files of a user's folder, ascending by name. A missing folder has none; what cannot be
// listed or read is told in `problems`.
[[nodiscard]] std::vector<DefinitionFile> userDefinitions(const std::filesystem::path& folder,
                                                          std::vector<std::string>& problems);

// The things that the files define, by id. A file that `read` refuses, and the later of two files
// with one id, is left out and told in `problems`. T has an `id`; `read` makes a Result<T> of
// bytes.
template <class T, class Read>
[[nodiscard]] std::map<std::string, T> readDefinitions(const std::vector<DefinitionFile>& files,
                                                       const Read& read,
                                                       std::vector<std::string>& problems) {
    std::map<std::string, T> out;
    for (const DefinitionFile& file : files) {
        Result<T> thing = read(file.bytes);
        if (!thing)
            problems.push_back(std::move(thing).error().within(file.name).text());
        else if (out.contains(thing->id))
            problems.push_back(file.name + ": id: another file has \"" + thing->id +
                               "\" already; give it one of its own");
        else
            out.emplace(thing->id, std::move(*thing));
    }
    return out;
}

// The built-in things of a folder under the user's, by title. T has an `id` and a `title`.
template <class T, class Read>
[[nodiscard]] std::vector<std::shared_ptr<const T>>
loadDefinitions(std::string_view builtinFolder, const std::filesystem::path& userFolder,
                const Read& read, std::vector<std::string>& problems) {
    auto things = readDefinitions<T>(builtinDefinitions(builtinFolder), read, problems);
    if (!userFolder.empty())
        for (auto& [id, thing] :
             readDefinitions<T>(userDefinitions(userFolder, problems), read, problems))
            things.insert_or_assign(id, std::move(thing));
    std::vector<std::shared_ptr<const T>> out;
    out.reserve(things.size());
    for (auto& [id, thing] : things)
        out.push_back(std::make_shared<const T>(std::move(thing)));
    // Ids ascend already: they decide between equal titles.
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return lowered(a->title) < lowered(b->title);
    });
    return out;
}

} // namespace agon
