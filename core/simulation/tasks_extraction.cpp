// Reading what a text says, and reckoning in science.
#include "core/simulation/task_builders.h"
#include "core/simulation/tasks_points.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <vector>

namespace agon::simulation {
namespace {

constexpr std::array<std::string_view, 10> people{
    "Mrs Okafor", "Mr Lindqvist", "Dr Sato",  "Ms Moreau", "Mr Petrov",
    "Mrs Haddad", "Ms Nguyen",    "Mr Costa", "Dr Weiss",  "Ms O'Brien"};
constexpr std::array<std::string_view, 8> wares{
    "paper (500 sheets)", "ink cartridge", "desk lamp", "cable, 3 m",
    "whiteboard",         "label roll",    "chair",     "power strip"};
constexpr std::array<std::string_view, 6> months{"January", "March",     "May",
                                                 "July",    "September", "November"};

template <class Items>
std::vector<std::string_view> several(const Items& items, std::size_t count, Random& random) {
    std::vector<std::string_view> out(items.begin(), items.end());
    for (std::size_t i = 0; i < count; ++i)
        std::swap(out[i], out[i + random.below(out.size() - i)]);
    out.resize(count);
    return out;
}

Task invoice(Random& random) {
    const auto goods = several(wares, static_cast<std::size_t>(between(random, 3, 5)), random);
    TurnTask turn;
    std::string text;
    int total = 0;
    for (const auto ware : goods) {
        const int pieces = between(random, 1, 9);
        const int cents = between(random, 3, 90) * 50;
        total += pieces * cents;
        text += fmt::format("{} × {} at {:.2f} each; ", pieces, ware, cents / 100.0);
        turn.parts.push_back(fmt::format("| {} | {} | {:.2f} | {:.2f} |", ware, pieces,
                                         cents / 100.0, pieces * cents / 100.0));
    }
    text.resize(text.size() - 2);
    const auto who = oneOf(people, random);
    const int number = between(random, 1000, 9999);
    turn.prompt =
        fmt::format("Make a table of the items with number, single price and line total, and "
                    "give the sum.\n\n> Invoice {} for {}: {}. Payable within 14 days.",
                    number, who, text);
    turn.title = fmt::format("Invoice {}", number);
    turn.form = Form::Table;
    turn.tableHead = "| item | number | price | total |\n|---|---:|---:|---:|";
    turn.result = fmt::format("The sum is {:.2f}.", total / 100.0);
    turn.wrongResult =
        fmt::format("The sum is {:.2f}.", (total - between(random, 2, 9) * 50) / 100.0);
    turn.wrongBecause = fmt::format("the lines add up to {:.2f}", total / 100.0);
    turn.check = fmt::format("Recipient: {}; payable within 14 days.", who);
    return {Category::Extraction, Language::English, {turn}};
}

Task appointments(Random& random) {
    const auto names = several(people, 3, random);
    const auto month = oneOf(months, random);
    const int first = between(random, 1, 9);
    const int second = first + between(random, 2, 8);
    const int third = second + between(random, 2, 8);
    TurnTask turn;
    turn.prompt =
        fmt::format("Turn this mail into a JSON list of objects with `name`, `day` and `time`.\n\n"
                    "> Hello all, {} can only come on {} {} at 9:30. {} asked for the {}th, "
                    "14:00, and {} wants to see us at 11:15 two days before that, no, make it "
                    "the {}th. See you!",
                    names[0], month, first, names[1], third, names[2], second);
    turn.title = "Appointments";
    turn.form = Form::List;
    const auto json = [&](int day) {
        return fmt::format(
            "```json\n[\n  {{\"name\": \"{}\", \"day\": {}, \"time\": \"09:30\"}},\n  "
            "{{\"name\": \"{}\", \"day\": {}, \"time\": \"11:15\"}},\n  {{\"name\": \"{}\", "
            "\"day\": {}, \"time\": \"14:00\"}}\n]\n```",
            names[0], first, names[2], day, names[1], third);
    };
    turn.result = json(second);
    turn.rightQuote = fmt::format("\"name\": \"{}\", \"day\": {}", names[2], second);
    turn.wrongResult = json(third - 2 == second ? second + 1 : third - 2);
    turn.wrongQuote = fmt::format("\"name\": \"{}\", \"day\": {}", names[2],
                                  third - 2 == second ? second + 1 : third - 2);
    turn.wrongBecause = fmt::format("the mail corrects that day to the {}th", second);
    turn.parts = {
        fmt::format("All days are in {}.", month),
        fmt::format("The day of {} is corrected in the same sentence; the correction counts.",
                    names[2]),
        "Times are given in 24-hour form with two digits."};
    turn.resultAt = 0;
    return {Category::Extraction, Language::English, {turn}};
}

Task logLines(Random& random) {
    constexpr std::array<std::string_view, 5> hosts{"web-1", "web-2", "mail", "db", "cache"};
    const auto chosen = several(hosts, 3, random);
    std::array<int, 3> errors{};
    std::string log;
    for (int i = 0; i < 11; ++i) {
        const auto host = random.below(3);
        const bool error = random.below(5) < 3;
        errors[host] += error ? 1 : 0;
        log +=
            fmt::format("{:02}:{:02} {} {} {}\n", 8 + i, between(random, 0, 59), chosen[host],
                        error ? "ERROR" : "INFO", error ? "request timed out" : "request served");
    }
    TurnTask turn;
    turn.prompt =
        fmt::format("How many errors does each host have in this log? Answer with a table.\n\n"
                    "```\n{}```",
                    log);
    turn.title = "Errors per host";
    turn.form = Form::Table;
    turn.tableHead = "| host | errors |\n|---|---:|";
    for (std::size_t i = 0; i < 3; ++i)
        turn.parts.push_back(fmt::format("| {} | {} |", chosen[i], errors[i]));
    const int total = errors[0] + errors[1] + errors[2];
    turn.result = fmt::format("That is {} errors in 11 lines.", total);
    turn.wrongResult = fmt::format("That is {} errors in 11 lines.", total + 2);
    turn.wrongBecause =
        fmt::format("lines marked INFO were counted as well; there are {} errors", total);
    TurnTask next;
    const std::size_t worst = errors[0] >= errors[1] && errors[0] >= errors[2] ? 0
                              : errors[1] >= errors[2]                         ? 1
                                                                               : 2;
    next.prompt = "Which host should be looked at first, and why? One sentence.";
    next.title = "What to look at";
    next.result =
        fmt::format("Look at {} first: it has the most errors ({}).", chosen[worst], errors[worst]);
    next.wrongResult =
        fmt::format("Look at {} first: it comes first in the table.", chosen[(worst + 1) % 3]);
    next.wrongBecause = fmt::format("{} has the most errors", chosen[worst]);
    next.resultAt = 0;
    return {Category::Extraction, Language::English, {turn, next}};
}

Task halfLife(Random& random) {
    struct Isotope {
        std::string_view name;
        double halfLife;
        std::string_view unit;
    };
    constexpr std::array<Isotope, 5> isotopes{{{"iodine-131", 8, "days"},
                                               {"caesium-137", 30, "years"},
                                               {"cobalt-60", 5.27, "years"},
                                               {"technetium-99m", 6, "hours"},
                                               {"carbon-14", 5730, "years"}}};
    const Isotope& what = oneOf(isotopes, random);
    const int grams = between(random, 2, 40) * 4;
    const int times = between(random, 2, 5);
    const double left = grams / std::pow(2.0, times);
    TurnTask turn;
    turn.prompt =
        fmt::format("{} has a half-life of {:g} {}. How much of {} g is left after {:g} {}?",
                    what.name, what.halfLife, what.unit, grams, what.halfLife * times, what.unit);
    turn.title = "Radioactive decay";
    turn.form = Form::Table;
    turn.tableHead = fmt::format("| {} | g left |\n|---:|---:|", what.unit);
    for (int i = 0; i <= times; ++i)
        turn.parts.push_back(
            fmt::format("| {:g} | {:g} |", i * what.halfLife, grams / std::pow(2.0, i)));
    turn.result = fmt::format("After {} half-lives {:g} g are left.", times, left);
    turn.wrongResult = fmt::format("After {} half-lives {:g} g are left.", times,
                                   static_cast<double>(grams) / (times + 1));
    turn.wrongBecause =
        fmt::format("every half-life halves what is left, which gives {:g} g", left);
    turn.check =
        fmt::format("In one formula: $m = {} \\cdot 2^{{-{}}} = {:g}$.", grams, times, left);
    return {Category::Stem, Language::English, {turn}};
}

Task ohm(Random& random) {
    const int r1 = between(random, 2, 12) * 10;
    const int r2 = between(random, 2, 12) * 10;
    const int volts = between(random, 1, 6) * 6;
    const double amperes = static_cast<double>(volts) / (r1 + r2);
    TurnTask turn;
    turn.prompt =
        fmt::format("Resistors of {} Ω and {} Ω are in series at {} V. Find the current and the "
                    "voltage across each of them.",
                    r1, r2, volts);
    turn.title = "Resistors in series";
    turn.form = Form::Steps;
    turn.parts = {
        fmt::format("In series resistances add: $R = {} + {} = {}\\,\\Omega$.", r1, r2, r1 + r2),
        fmt::format("By Ohm's law $I = U / R = {} / {}$.", volts, r1 + r2),
        fmt::format("Across {} Ω there are {:.2f} V.", r1, amperes * r1),
        fmt::format("Across {} Ω there are {:.2f} V.", r2, amperes * r2)};
    turn.result = fmt::format("The current is {:.1f} mA.", amperes * 1000);
    const double parallel = volts * (1.0 / r1 + 1.0 / r2);
    turn.wrongResult = fmt::format("The current is {:.1f} mA.", parallel * 1000);
    turn.wrongBecause = "it uses the formula for resistors in parallel";
    turn.check =
        fmt::format("Check: {:.2f} V + {:.2f} V = {} V.", amperes * r1, amperes * r2, volts);
    return {Category::Stem, Language::English, {turn}};
}

constexpr std::array<TaskBuilder, 3> extraction{invoice, appointments, logLines};
constexpr std::array<TaskBuilder, 4> science{halfLife, ohm, sciencePoints, sciencePoints};

} // namespace

std::span<const TaskBuilder> extractionTasks() {
    return extraction;
}
std::span<const TaskBuilder> scienceTasks() {
    return science;
}

} // namespace agon::simulation
