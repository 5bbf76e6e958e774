// Programming tasks: a function as it should be, and with the slip that a weak fighter makes.
#include "core/simulation/task_builders.h"

#include <fmt/format.h>

#include <array>

namespace agon::simulation {
namespace {

struct Program {
    std::string_view language; // of the fence
    std::string_view prompt;
    std::string_view title;
    std::string_view right;
    std::string_view wrong;
    std::string_view rightLine; // to be quoted
    std::string_view wrongLine;
    std::string_view because;
    std::array<std::string_view, 3> remarks;
    std::string_view question; // second turn
    std::string_view answer;
    std::string_view wrongAnswer;
    std::string_view answerBecause;
};

// In prompts and code, @ stands for a number drawn for the instruction.
constexpr std::array<Program, 8> programs{{
    {"python",
     "Write a Python function that returns the @ most frequent words of a text, ignoring case. "
     "Words of equal frequency come in alphabetical order.",
     "Most frequent words",
     R"(import re
from collections import Counter


def top_words(text: str, n: int = @) -> list[tuple[str, int]]:
    words = re.findall(r"\w+", text.casefold())
    counts = Counter(words)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:n])",
     R"(from collections import Counter


def top_words(text, n=@):
    counts = Counter(text.split(" "))
    return counts.most_common(n))",
     "key=lambda item: (-item[1], item[0])",
     "Counter(text.split(\" \"))",
     "case and punctuation are not handled, and ties come in any order",
     {"`casefold` also handles letters such as `ß`, which `lower` leaves alone.",
      "The sort key puts the higher count first and breaks ties alphabetically.",
      "An empty text gives an empty list."},
     "What does it cost for a text of n words?",
     "Counting is O(n), and sorting the m different words is O(m log m).",
     "It is O(n²), since every word is compared with every other word.",
     "a hash table counts in linear time"},
    {"python",
     "In Python, merge overlapping intervals such as `[[1, @], [2, 6]]` into as few as possible.",
     "Merging intervals",
     R"(def merge(intervals: list[list[int]]) -> list[list[int]]:
    merged: list[list[int]] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged)",
     R"(def merge(intervals):
    merged = []
    for start, end in intervals:
        if merged and start <= merged[-1][1]:
            merged[-1][1] = end
        else:
            merged.append([start, end])
    return merged)",
     "merged[-1][1] = max(merged[-1][1], end)",
     "merged[-1][1] = end",
     "an interval inside another one would shorten it, and the input is not sorted",
     {"Sorting first means that only the last merged interval can overlap the next one.",
      "`max` matters when one interval lies inside another.",
      "Intervals that only touch are merged as well; use `<` if they should not be."},
     "Add a test for an interval that lies inside another one.",
     "`assert merge([[1, 9], [2, 3]]) == [[1, 9]]` fails without `max`, so it guards that line.",
     "`assert merge([[1, 2], [3, 4]])` is enough to show that it works.",
     "those intervals do not even overlap"},
    {"python",
     "Write a Python generator that yields a file's lines in batches of @, the last one possibly "
     "shorter.",
     "Lines in batches",
     R"(from itertools import islice
from pathlib import Path
from typing import Iterator


def batches(path: Path, size: int = @) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        while batch := list(islice(lines, size)):
            yield batch)",
     R"(def batches(path, size=@):
    lines = open(path).readlines()
    for i in range(len(lines) // size):
        yield lines[i * size:(i + 1) * size])",
     "while batch := list(islice(lines, size)):",
     "range(len(lines) // size)",
     "the shorter last batch is lost, and the whole file is read into memory",
     {"Only one batch is in memory at a time.",
      "`islice` stops at the end of the file by itself, so "
      "the last batch may be shorter.",
      "The file is closed when the generator ends."},
     "What happens when the caller stops early?",
     "The generator is closed, `with` runs its exit, and the file is closed at once.",
     "The file stays open until the program ends.",
     "`with` inside a generator also ends when the generator is closed"},
    {"cpp",
     "Write a C++ function that finds the first position in a sorted `std::vector<int>` whose "
     "value "
     "is at least @, without using the standard algorithms.",
     "Lower bound by hand",
     R"(#include <cstddef>
#include <vector>

std::size_t lowerBound(const std::vector<int>& values, int wanted = @) {
    std::size_t begin = 0;
    std::size_t end = values.size();
    while (begin < end) {
        const std::size_t middle = begin + (end - begin) / 2;
        if (values[middle] < wanted)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
})",
     R"(#include <vector>

int lowerBound(const std::vector<int>& values, int wanted = @) {
    int begin = 0, end = values.size() - 1;
    while (begin < end) {
        int middle = (begin + end) / 2;
        if (values[middle] < wanted)
            begin = middle;
        else
            end = middle;
    }
    return begin;
})",
     "begin = middle + 1;",
     "begin = middle;",
     "the loop never ends when two elements are left, and an empty vector gives a bad index",
     {"The range is half open, so an empty vector needs no special case.",
      "`begin + (end - begin) / 2` cannot overflow.",
      "When no value is large enough the result is `values.size()`."},
     "Why not `(begin + end) / 2`?",
     "With very large containers the sum can overflow; adding half of the distance cannot.",
     "It is only a matter of style; both are always the same.",
     "the sum may overflow"},
    {"cpp",
     "Read numbers from standard input in C++ and print the largest sum of @ neighbouring ones.",
     "Largest window",
     R"(#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    constexpr std::size_t width = @;
    std::vector<long long> prefix{0};
    for (long long value; std::cin >> value;)
        prefix.push_back(prefix.back() + value);
    if (prefix.size() <= width) {
        std::cerr << "fewer than " << width << " numbers\n";
        return 1;
    }
    long long best = prefix[width];
    for (std::size_t i = width + 1; i < prefix.size(); ++i)
        best = std::max(best, prefix[i] - prefix[i - width]);
    std::cout << best << '\n';
})",
     R"(#include <iostream>
#include <vector>
using namespace std;

int main() {
    vector<int> v;
    int x;
    while (cin >> x) v.push_back(x);
    int best = 0;
    for (int i = 0; i + @ <= v.size(); i++) {
        int sum = 0;
        for (int j = 0; j < @; j++) sum += v[i + j];
        if (sum > best) best = sum;
    }
    cout << best;
})",
     "best = std::max(best, prefix[i] - prefix[i - width]);",
     "int best = 0;",
     "with only negative numbers it prints 0, which is no sum of the input",
     {"Prefix sums make every window a single subtraction.",
      "`long long` keeps large sums from overflowing.",
      "Too few numbers are reported instead of printing something that looks like a result."},
     "What is the cost compared with two nested loops?",
     "Prefix sums need O(n) steps, nested loops O(n·w) for windows of width w.",
     "Both need O(n) steps because the inner loop is short.",
     "the inner loop multiplies the work by the width"},
    {"java",
     "Write a Java method that checks whether the brackets (), [] and {} in a string are balanced. "
     "At most @ may be open at a time.",
     "Balanced brackets",
     R"(import java.util.ArrayDeque;
import java.util.Deque;

static boolean balanced(String text) {
    Deque<Character> open = new ArrayDeque<>();
    for (char c : text.toCharArray()) {
        switch (c) {
            case '(' -> open.push(')');
            case '[' -> open.push(']');
            case '{' -> open.push('}');
            case ')', ']', '}' -> {
                if (open.isEmpty() || open.pop() != c) return false;
            }
            default -> { }
        }
        if (open.size() > @) return false;
    }
    return open.isEmpty();
})",
     R"(static boolean balanced(String text) {
    int open = 0;
    for (char c : text.toCharArray()) {
        if ("([{".indexOf(c) >= 0) open++;
        if (")]}".indexOf(c) >= 0) open--;
        if (open > @) return false;
    }
    return open == 0;
})",
     "if (open.isEmpty() || open.pop() != c) return false;",
     "return open == 0;",
     "counting cannot tell the kinds of brackets apart, so `(]` passes",
     {"The stack holds the bracket that has to come next.",
      "A closing bracket without a partner is found by `isEmpty`.",
      "At the end nothing may be left open."},
     "Which input shows that a plain counter is not enough?",
     "`(]` has one opening and one closing bracket, yet it is not balanced.",
     "`((` shows it, since two are open.",
     "a counter finds that one too"},
    {"java",
     "In Java, implement a cache for @ entries that drops the least recently used one.",
     "A small LRU cache",
     R"(import java.util.LinkedHashMap;
import java.util.Map;

final class Cache<K, V> extends LinkedHashMap<K, V> {
    private static final int CAPACITY = @;

    Cache() {
        super(16, 0.75f, true); // true: order of access
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > CAPACITY;
    }
})",
     R"(import java.util.HashMap;

class Cache<K, V> extends HashMap<K, V> {
    public V put(K key, V value) {
        if (size() >= @) remove(keySet().iterator().next());
        return super.put(key, value);
    }
})",
     "super(16, 0.75f, true);",
     "remove(keySet().iterator().next());",
     "a `HashMap` has no order, so any entry may be dropped, not the least recently used",
     {"`LinkedHashMap` keeps the order of access when its third argument is true.",
      "`removeEldestEntry` is asked after every insertion.",
      "It is not safe for several threads; wrap it with `Collections.synchronizedMap` for that."},
     "Does reading an entry count as use?",
     "Yes: in access order `get` moves the entry to the end.",
     "No, only `put` counts as use.",
     "in access order `get` counts as well"},
    {"sql",
     "Given `orders(id, customer, day, amount)`, write SQL for the @ customers with the highest "
     "total, "
     "customers without orders in the last year left out.",
     "Best customers",
     R"(SELECT customer, sum(amount) AS total
FROM orders
WHERE day >= date('now', '-1 year')
GROUP BY customer
ORDER BY total DESC, customer
LIMIT @;)",
     R"(SELECT customer, amount AS total
FROM orders
WHERE day >= date('now', '-1 year')
ORDER BY amount DESC
LIMIT @;)",
     "GROUP BY customer",
     "SELECT customer, amount AS total",
     "single orders are ranked, not totals of customers",
     {"`WHERE` removes old orders before they are summed.",
      "The second sort key makes the result the same every time.",
      "An index on `day` helps when the table is large."},
     "How do I see only customers above 1000?",
     "Add `HAVING sum(amount) > 1000` after `GROUP BY`; it filters groups, not rows.",
     "Add `WHERE sum(amount) > 1000`.",
     "`WHERE` cannot see sums, it needs `HAVING`"},
}};

std::string filled(std::string_view text, int number) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        // an annotation of Java keeps its sign
        if (text[i] == '@' && text.substr(i, 9) != "@Override")
            out += std::to_string(number);
        else
            out += text[i];
    }
    return out;
}

Task program(Random& random) {
    const Program& what = oneOf(programs, random);
    const int number = between(random, 3, 12);
    TurnTask turn;
    turn.prompt = filled(what.prompt, number);
    turn.title = what.title;
    turn.form = Form::List;
    turn.result = fmt::format("```{}\n{}\n```", what.language, filled(what.right, number));
    turn.wrongResult = fmt::format("```{}\n{}\n```", what.language, filled(what.wrong, number));
    turn.rightQuote = what.rightLine;
    turn.wrongQuote = what.wrongLine;
    turn.wrongBecause = what.because;
    turn.parts.assign(what.remarks.begin(), what.remarks.end());
    turn.resultAt = 0;
    Task task{Category::Coding, Language::English, {turn}};
    if (random.below(3) != 0)
        return task;
    TurnTask next;
    next.prompt = what.question;
    next.title = "In short";
    next.result = what.answer;
    next.wrongResult = what.wrongAnswer;
    next.wrongBecause = what.answerBecause;
    next.resultAt = 0;
    next.parts = {"Nothing else in the program has to change for that.",
                  "A small input is enough to see it."};
    task.turns.push_back(next);
    return task;
}

constexpr std::array<TaskBuilder, 1> coding{program};

} // namespace

std::span<const TaskBuilder> codingTasks() {
    return coding;
}

} // namespace agon::simulation
