#include "core/base/clock.h"

#include <fmt/chrono.h>

#include <chrono>

namespace agon {

std::string toIso(Timestamp time) {
    if (!time.known())
        return {};
    using namespace std::chrono;
    const sys_time<milliseconds> point{milliseconds{time.milliseconds}};
    const auto day = floor<days>(point);
    const year_month_day date{day};
    const hh_mm_ss clock{floor<seconds>(point - day)};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

Timestamp SystemClock::now() const {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

} // namespace agon
