// Instructions of which it is known what a complete and correct answer says, so that answers of any
// level can be written and a judge can name what is right and wrong in them.
#pragma once

#include "core/base/random.h"
#include "core/simulation/spec.h"

#include <string>
#include <vector>

namespace agon::simulation {

enum class Language : std::uint8_t { English, German, Chinese, Arabic };

// How the parts of an answer are laid out.
enum class Form : std::uint8_t { Prose, List, Steps, Table, Letter };

struct TurnTask {
    std::string prompt;
    std::string title; // a heading over the answer
    Form form = Form::Prose;
    std::string tableHead;          // of Form::Table: header row and rule, Markdown
    std::vector<std::string> parts; // sentences, list items, steps or table rows
    // The point that decides: right, and as a weak fighter would have it. Whole sentences or a
    // block.
    std::string result;
    std::string wrongResult;
    // What to quote of them; part of the text above. Empty: the whole.
    std::string rightQuote;
    std::string wrongQuote;
    std::string
        wrongBecause;   // the error in the judge's words, a clause: "the total is 84.50 euros"
    std::string check;  // what only a very good answer adds; may be empty
    std::string praise; // of a right result, follows "Answer A"; empty: something general
    // Where the result stands among the parts; -1: behind them. Between them only in a letter.
    int resultAt = -1;
    bool plain = false; // a piece of writing: no heading, no label, nothing around it
};

struct Task {
    Category category = Category::Others;
    Language language = Language::English;
    std::vector<TurnTask> turns;
};

// A task of this category. Pure in the random stream.
[[nodiscard]] Task makeTask(Category category, Random& random);

} // namespace agon::simulation
