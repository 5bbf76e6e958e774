// Tasks with a number or an order as their result: mathematics, reasoning, a recipe for more.
#include "core/simulation/task_builders.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace agon::simulation {
namespace {

Task discount(Random& random) {
    constexpr std::array<std::string_view, 6> goods{"coat",    "bicycle", "desk lamp",
                                                    "toolbox", "tent",    "winter tyre set"};
    const auto thing = oneOf(goods, random);
    const int price = between(random, 8, 60) * 10;
    const int first = between(random, 2, 8) * 5;
    const int second = between(random, 1, 4) * 5;
    const double reduced = price * (100 - first) / 100.0;
    const double paid = reduced * (100 - second) / 100.0;
    const double wrong = price * (100 - first - second) / 100.0;
    Task task;
    TurnTask turn;
    turn.prompt = fmt::format("A {} costs {} euros. It is reduced by {} %, and at the till another "
                              "{} % is taken off the reduced price. What is paid in the end? Show "
                              "your working.",
                              thing, price, first, second);
    turn.title = "Price after two reductions";
    turn.form = Form::Steps;
    turn.parts = {
        fmt::format("Start with the full price: {} euros.", price),
        fmt::format(
            "After the first reduction {} % of it is left: ${} \\cdot {:.2f} = {:.2f}$ euros.",
            100 - first, price, (100 - first) / 100.0, reduced),
        fmt::format("The second reduction is taken from {:.2f} euros, not from {}.", reduced,
                    price),
        fmt::format("So {} % of that is left: ${:.2f} \\cdot {:.2f} = {:.2f}$.", 100 - second,
                    reduced, (100 - second) / 100.0, paid)};
    turn.result = fmt::format("In the end {:.2f} euros are paid.", paid);
    turn.wrongResult =
        fmt::format("Together that is {} % off, so {:.2f} euros are paid.", first + second, wrong);
    turn.wrongBecause =
        fmt::format("the reductions cannot be added, and {:.2f} euros is right", paid);
    turn.check =
        fmt::format("Check: ${:.2f} / {} \\approx {:.3f}$, which is ${:.2f} \\cdot {:.2f}$.", paid,
                    price, paid / price, (100 - first) / 100.0, (100 - second) / 100.0);
    task.turns.push_back(turn);
    if (random.below(2) == 0)
        return task;
    const double off = 100 - 100 * paid / price;
    TurnTask next;
    next.prompt = "By how many percent is that less than the original price?";
    next.title = "Total reduction";
    next.form = Form::Steps;
    next.parts = {
        fmt::format("The saving is ${} - {:.2f} = {:.2f}$ euros.", price, paid, price - paid),
        fmt::format("Compared with the original price: ${:.2f} / {} = {:.4f}$.", price - paid,
                    price, off / 100)};
    next.result = fmt::format("It is {:.1f} % less.", off);
    next.wrongResult = fmt::format("It is {} % less.", first + second);
    next.wrongBecause =
        fmt::format("the two percentages have different bases, so it is {:.1f} %", off);
    next.check = fmt::format("It must be less than {} %, because the second reduction applies to a "
                             "smaller amount.",
                             first + second);
    task.turns.push_back(next);
    return task;
}

Task quadratic(Random& random) {
    const int r = between(random, 1, 9);
    const int s = r + between(random, 1, 7);
    TurnTask turn;
    turn.prompt = fmt::format("Solve $x^2 - {}x + {} = 0$ over the real numbers.", r + s, r * s);
    turn.title = "Solution";
    turn.form = Form::Steps;
    const int discriminant = (s - r) * (s - r);
    turn.parts = {
        fmt::format(
            "With $a = 1$, $b = -{}$, $c = {}$ the discriminant is $b^2 - 4ac = {} - {} = {}$.",
            r + s, r * s, (r + s) * (r + s), 4 * r * s, discriminant),
        fmt::format("It is positive, so there are two real roots, and its square root is {}.",
                    s - r),
        fmt::format("The formula gives\n\n$$x = \\frac{{{} \\pm {}}}{{2}}$$", r + s, s - r)};
    turn.result = fmt::format("The roots are $x_1 = {}$ and $x_2 = {}$.", r, s);
    turn.wrongResult = fmt::format("The roots are $x_1 = -{}$ and $x_2 = -{}$.", r, s);
    turn.wrongBecause = fmt::format("both signs are wrong: {} and {} solve the equation", r, s);
    turn.check = fmt::format("Check by Vieta: ${} + {} = {}$ and ${} \\cdot {} = {}$.", r, s, r + s,
                             r, s, r * s);
    return {Category::Math, Language::English, {turn}};
}

Task meanAndMedian(Random& random) {
    std::vector<int> values(5);
    for (int& value : values)
        value = between(random, 3, 40);
    values[static_cast<std::size_t>(between(random, 0, 4))] += 40;
    std::vector<int> sorted = values;
    std::ranges::sort(sorted);
    const int sum = std::accumulate(values.begin(), values.end(), 0);
    TurnTask turn;
    turn.prompt =
        fmt::format("A shop sold {} umbrellas on five days. Give the mean and the median, "
                    "with a table of the sorted values.",
                    fmt::join(values, ", "));
    turn.title = "Mean and median";
    turn.form = Form::Table;
    turn.tableHead = "| rank | umbrellas |\n|---:|---:|";
    for (std::size_t i = 0; i < sorted.size(); ++i)
        turn.parts.push_back(fmt::format("| {} | {} |", i + 1, sorted[i]));
    turn.result = fmt::format("The mean is {:.1f} and the median is {}.", sum / 5.0, sorted[2]);
    turn.wrongResult =
        fmt::format("The mean is {:.1f} and the median is {}.", sum / 5.0, values[2]);
    if (values[2] == sorted[2])
        turn.wrongResult =
            fmt::format("The mean is {:.1f} and the median is {}.", sum / 4.0, sorted[2]);
    turn.wrongBecause = fmt::format("the mean is {:.1f} and the middle of the sorted values is {}",
                                    sum / 5.0, sorted[2]);
    turn.check = fmt::format("The mean lies above the middle of the data because {} is an outlier.",
                             sorted[4]);
    TurnTask next;
    const int extra = sorted[2] + 4;
    next.prompt = fmt::format("On the sixth day {} were sold. How does the mean change?", extra);
    next.title = "With the sixth day";
    next.form = Form::Prose;
    next.parts = {fmt::format("The sum grows from {} to {}.", sum, sum + extra),
                  "It is now shared among six days instead of five."};
    next.result = fmt::format("The new mean is {:.2f}.", (sum + extra) / 6.0);
    next.wrongResult = fmt::format("The new mean is {:.2f}.", (sum + extra) / 5.0);
    next.wrongBecause =
        fmt::format("six days have to be divided by six, which gives {:.2f}", (sum + extra) / 6.0);
    return {Category::Math, Language::English, {turn, next}};
}

Task draws(Random& random) {
    const int red = between(random, 3, 8);
    const int blue = between(random, 2, 9);
    const int n = red + blue;
    const int top = red * (red - 1);
    const int bottom = n * (n - 1);
    const int divisor = std::gcd(top, bottom);
    TurnTask turn;
    turn.prompt =
        fmt::format("A bag holds {} red and {} blue marbles. Two are drawn without putting "
                    "the first one back. How likely is it that both are red?",
                    red, blue);
    turn.title = "Two red marbles";
    turn.form = Form::Steps;
    turn.parts = {
        fmt::format("For the first draw {} of {} marbles are red.", red, n),
        fmt::format("One red marble is then gone: {} of {} are left.", red - 1, n - 1),
        fmt::format("Both together:\n\n$$P = \\frac{{{}}}{{{}}} \\cdot \\frac{{{}}}{{{}}}$$", red,
                    n, red - 1, n - 1)};
    turn.result = fmt::format("The probability is {}/{}, about {:.3f}.", top / divisor,
                              bottom / divisor, static_cast<double>(top) / bottom);
    turn.wrongResult = fmt::format("The probability is {}/{}, about {:.3f}.", red * red, n * n,
                                   static_cast<double>(red * red) / (n * n));
    turn.wrongBecause = "it treats the draws as if the first marble had been put back";
    turn.check = fmt::format("It is below {:.3f}, the value with putting back, as it must be.",
                             static_cast<double>(red * red) / (n * n));
    return {Category::Math, Language::English, {turn}};
}

Task trains(Random& random) {
    const int a = between(random, 6, 12) * 10;
    const int b = between(random, 6, 12) * 10;
    const int hours = between(random, 2, 5);
    const int distance = (a + b) * hours;
    TurnTask turn;
    turn.prompt =
        fmt::format("Two trains leave towns {} km apart at the same time and run towards each "
                    "other at {} km/h and {} km/h. After how long do they meet, and how far "
                    "from the first town?",
                    distance, a, b);
    turn.title = "Where they meet";
    turn.form = Form::Steps;
    turn.parts = {
        fmt::format("The gap closes at {} + {} = {} km/h.", a, b, a + b),
        fmt::format("{} km at {} km/h take {} hours.", distance, a + b, hours),
        fmt::format("In that time the first train covers {} km.", a * hours),
        fmt::format("The second covers {} km; together that is the whole distance.", b * hours)};
    turn.result =
        fmt::format("They meet after {} hours, {} km from the first town.", hours, a * hours);
    turn.wrongResult =
        fmt::format("They meet after {:.1f} hours, halfway, {} km from the first town.",
                    static_cast<double>(distance) / (a + b) * 2, distance / 2);
    turn.wrongBecause =
        fmt::format("the speeds add up, so they meet after {} hours at {} km", hours, a * hours);
    turn.check = fmt::format("Check: {} + {} = {}.", a * hours, b * hours, distance);
    return {Category::Reasoning, Language::English, {turn}};
}

Task weekday(Random& random) {
    constexpr std::array<std::string_view, 7> days{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
    const int start = between(random, 0, 6);
    const int later = between(random, 40, 320);
    const auto right = days[static_cast<std::size_t>((start + later) % 7)];
    const auto wrong = days[static_cast<std::size_t>((start + later + 6) % 7)];
    const auto from = days[static_cast<std::size_t>(start)];
    TurnTask turn;
    turn.prompt =
        fmt::format("Today is {}. What day of the week will it be in {} days?", from, later);
    turn.title = "Counting weeks";
    turn.parts = {
        "Weekdays repeat every seven days, so only the remainder matters.",
        fmt::format("{} divided by 7 is {} with a remainder of {}.", later, later / 7, later % 7),
        fmt::format("Counting {} on from {} leads there.",
                    later % 7 == 1 ? std::string("one day") : fmt::format("{} days", later % 7),
                    from)};
    turn.result = fmt::format("It will be a {}.", right);
    turn.wrongResult = fmt::format("It will be a {}.", wrong);
    turn.wrongBecause = fmt::format("it is off by one, the day is {}", right);
    return {Category::Reasoning, Language::English, {turn}};
}

Task order(Random& random) {
    std::array<std::string_view, 8> names{"Ada",  "Bela",  "Carmen", "Dov",
                                          "Elin", "Farid", "Gita",   "Hugo"};
    for (std::size_t i = names.size(); i > 1; --i)
        std::swap(names[i - 1], names[random.below(i)]);
    const auto [first, second, third, fourth] = std::tuple{names[0], names[1], names[2], names[3]};
    TurnTask turn;
    turn.prompt =
        fmt::format("Four runners finished one after another. {} was faster than {}. {} came "
                    "last. {} was faster than {}, but slower than {}. In which order did they "
                    "finish?",
                    first, third, fourth, second, third, first);
    turn.title = "The order";
    turn.form = Form::List;
    turn.parts = {fmt::format("{} is last, so only three places are open.", fourth),
                  fmt::format("{} was faster than {} and also faster than {}, so {} is first.",
                              first, third, second, first),
                  fmt::format("{} was faster than {}, which leaves third place for {}.", second,
                              third, third)};
    turn.result = fmt::format("The order is {}, {}, {}, {}.", first, second, third, fourth);
    turn.wrongResult = fmt::format("The order is {}, {}, {}, {}.", first, third, second, fourth);
    turn.wrongBecause =
        fmt::format("{} was faster than {}, so these two are swapped", second, third);
    TurnTask next;
    next.prompt =
        fmt::format("A fifth runner, {}, now turns out to have finished directly behind {}. Who "
                    "was third?",
                    names[4], first);
    next.title = "With five runners";
    next.parts = {
        fmt::format("{} takes second place, and everybody behind moves back by one.", names[4])};
    next.result = fmt::format("{} was third.", second);
    next.wrongResult = fmt::format("{} was still third.", third);
    next.wrongBecause = fmt::format(
        "it forgets that everybody behind {} moves back, so {} is third", first, second);
    Task task{Category::Reasoning, Language::English, {turn}};
    if (random.below(2) == 0)
        task.turns.push_back(next);
    return task;
}

Task handshakes(Random& random) {
    const int people = between(random, 6, 24);
    TurnTask turn;
    turn.prompt =
        fmt::format("At a meeting of {} people everybody shakes hands once with everybody else. "
                    "How many handshakes are there?",
                    people);
    turn.title = "Counting pairs";
    turn.parts = {fmt::format("Each of the {} people shakes {} hands.", people, people - 1),
                  fmt::format("That counts {} hands in all, but every handshake twice.",
                              people * (people - 1)),
                  fmt::format("Hence $\\binom{{{}}}{{2}} = \\frac{{{} \\cdot {}}}{{2}}$.", people,
                              people, people - 1)};
    turn.result = fmt::format("There are {} handshakes.", people * (people - 1) / 2);
    turn.wrongResult = fmt::format("There are {} handshakes.", people * (people - 1));
    turn.wrongBecause =
        fmt::format("every handshake is counted twice; it must be {}", people * (people - 1) / 2);
    turn.check = "With three people the same rule gives three, which is easily seen to be right.";
    return {Category::Reasoning, Language::English, {turn}};
}

Task machines(Random& random) {
    const int n = between(random, 4, 9);
    const int many = between(random, 5, 20) * 10;
    TurnTask turn;
    turn.prompt =
        fmt::format("{} machines need {} minutes to make {} parts. How long do {} machines need "
                    "for {} parts?",
                    n, n, n, many, many);
    turn.title = "Machines and parts";
    turn.parts = {
        fmt::format("One machine makes one part in {} minutes: {} machines make {} parts in "
                    "that time, side by side.",
                    n, n, n),
        fmt::format("{} machines also work side by side, one part each.", many)};
    turn.result = fmt::format("They need {} minutes.", n);
    turn.wrongResult = fmt::format("They need {} minutes.", many);
    turn.wrongBecause = fmt::format("the machines work in parallel, so it stays at {} minutes", n);
    turn.check =
        "The number of machines and the number of parts grow together, so the time does not.";
    return {Category::Reasoning, Language::English, {turn}};
}

constexpr std::array<TaskBuilder, 4> math{discount, quadratic, meanAndMedian, draws};
constexpr std::array<TaskBuilder, 5> reasoning{trains, weekday, order, handshakes, machines};

} // namespace

Task recipe(Random& random) {
    struct Dish {
        std::string_view name;
        std::array<std::string_view, 4> goods;
        std::array<int, 4> grams; // for one person
    };
    constexpr std::array<Dish, 4> dishes{
        {{"pancakes", {"flour", "milk", "eggs", "butter"}, {60, 110, 50, 8}},
         {"lentil soup", {"red lentils", "carrots", "tomatoes", "onions"}, {70, 60, 90, 40}},
         {"couscous salad", {"couscous", "cucumber", "feta", "olive oil"}, {75, 80, 45, 12}},
         {"apple crumble", {"apples", "flour", "sugar", "butter"}, {180, 45, 30, 35}}}};
    const Dish& dish = oneOf(dishes, random);
    const int from = between(random, 2, 4);
    const int to = from + between(random, 3, 9);
    TurnTask turn;
    std::string list;
    for (std::size_t i = 0; i < 4; ++i) {
        list += fmt::format("{}{} g {}", i == 0 ? "" : ", ", dish.grams[i] * from, dish.goods[i]);
        turn.parts.push_back(fmt::format("| {} | {} g | {} g |", dish.goods[i],
                                         dish.grams[i] * from, dish.grams[i] * to));
    }
    turn.prompt = fmt::format("My {} for {} people take {}. How much do I need for {} people?",
                              dish.name, from, list, to);
    turn.title = fmt::format("For {} people", to);
    turn.form = Form::Table;
    turn.tableHead = fmt::format("| ingredient | for {} | for {} |\n|---|---:|---:|", from, to);
    turn.result = fmt::format("Of {} that makes {} g.", dish.goods[0], dish.grams[0] * to);
    turn.wrongResult =
        fmt::format("Of {} that makes {} g.", dish.goods[0], dish.grams[0] * from * (to - from));
    turn.wrongBecause = fmt::format("it multiplies by the number of extra guests; {} g are right",
                                    dish.grams[0] * to);
    turn.check = "If your pan is small, two batches are easier than one large one.";
    return {Category::Others, Language::English, {turn}};
}

std::span<const TaskBuilder> mathTasks() {
    return math;
}
std::span<const TaskBuilder> reasoningTasks() {
    return reasoning;
}

} // namespace agon::simulation
