// Writing to order, and playing a part.
#include "core/simulation/task_builders.h"

#include <fmt/format.h>

#include <array>

namespace agon::simulation {
namespace {

constexpr std::array<std::string_view, 8> places{
    "the old brewery",  "the town library", "platform 4",        "the botanical garden",
    "the harbour hall", "the west wing",    "the swimming pool", "the community kitchen"};
constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};

Task notice(Random& random) {
    const auto place = oneOf(places, random);
    const auto day = oneOf(weekdays, random);
    const int from = between(random, 8, 13);
    const int to = from + between(random, 2, 6);
    const int contact = between(random, 200, 899);
    TurnTask turn;
    turn.prompt =
        fmt::format("Write a short notice for residents: {} stays closed on {} from {}:00 to {}:00 "
                    "because the heating is replaced. Name the reason and the extension for "
                    "questions ({}), and stay friendly.",
                    place, day, from, to, contact);
    turn.title = fmt::format("Closed on {}", day);
    turn.form = Form::Letter;
    turn.resultAt = 2;
    turn.plain = true;
    turn.praise = "has every fact that the notice needs";
    turn.parts = {"Dear neighbours,",
                  "the heating is being replaced, and we would rather have it done before winter.",
                  "We know that this is a nuisance and have kept the time as short as we could.",
                  "Thank you for your patience; it will be warmer for it."};
    turn.result =
        fmt::format("On {} {} stays closed from {}:00 to {}:00; for questions call extension {}.",
                    day, place, from, to, contact);
    turn.wrongResult =
        fmt::format("On {} {} stays closed from {}:00 until further notice.", day, place, from);
    turn.wrongBecause = fmt::format("it should reopen at {}:00, and the extension is missing", to);
    TurnTask next;
    next.prompt = "Now the same in one sentence for a sign on the door.";
    next.plain = true;
    next.praise = "fits the sign and lacks nothing";
    next.result = fmt::format("Closed on {}, {}:00 to {}:00: new heating. Questions: extension {}.",
                              day, from, to, contact);
    next.wrongResult =
        "Closed because of works, sorry for the inconvenience and thank you for understanding.";
    next.wrongBecause = "neither the day nor the hours are on the sign";
    next.resultAt = 0;
    Task task{Category::Writing, Language::English, {turn}};
    if (random.below(3) == 0)
        task.turns.push_back(next);
    return task;
}

Task complaint(Random& random) {
    constexpr std::array<std::string_view, 6> things{
        "kettle", "office chair", "pair of headphones", "bicycle pump", "garden hose", "rucksack"};
    const auto thing = oneOf(things, random);
    const int number = between(random, 10000, 99999);
    const int days = between(random, 4, 20);
    TurnTask turn;
    turn.prompt = fmt::format(
        "Write a polite but firm mail: the {} of order {} broke after {} days. I want my "
        "money back, not another one.",
        thing, number, days);
    turn.title = fmt::format("Order {}", number);
    turn.parts = {
        "Dear customer service,",
        fmt::format("the {} that I received with order {} broke after only {} days of normal use.",
                    thing, number, days),
        "I attach a photograph and the receipt.",
        "Please confirm within a week; I will gladly send the item back at your expense.",
        "Kind regards"};
    turn.result = "I ask you to refund the full price; I do not want a replacement.";
    turn.wrongResult = "I would be happy to receive a replacement at your convenience.";
    turn.wrongBecause = "the writer asked for the money back, not for another one";
    return {Category::Writing, Language::English, {turn}};
}

Task poem(Random& random) {
    struct Subject {
        std::string_view name;
        std::array<std::string_view, 3> right; // 5, 7, 5 syllables
        std::array<std::string_view, 3> wrong;
    };
    constexpr std::array<Subject, 4> subjects{
        {{"morning fog",
          {"Fog on the still lake", "a heron lifts without sound", "the shore comes and goes"},
          {"Fog lies on the lake this morning early", "birds", "and then it is gone again"}},
         {"an empty station",
          {"Last train an hour gone", "the clock still tells everyone", "a coat on the bench"},
          {"The station is very empty tonight", "no trains", "I am waiting alone here"}},
         {"first snow",
          {"First snow on the roofs", "footprints of one early cat", "then nothing but white"},
          {"Snow is falling down", "it is cold", "and all the children are very happy"}},
         {"rain in a city",
          {"Rain on the hot street", "umbrellas bloom all at once", "the dust smells of home"},
          {"It rains a lot in the big city", "wet shoes", "everyone runs to the bus stop"}}}};
    const Subject& subject = oneOf(subjects, random);
    TurnTask turn;
    turn.prompt =
        fmt::format("Write a haiku (5–7–5 syllables) about {}, and say in one sentence what it is "
                    "meant to evoke. {}",
                    subject.name, random.below(2) == 0 ? "No title." : "Avoid the first person.");
    turn.title = "Haiku";
    turn.plain = true;
    turn.praise = "keeps to 5, 7 and 5 syllables";
    turn.result =
        fmt::format("*{}*  \n*{}*  \n*{}*", subject.right[0], subject.right[1], subject.right[2]);
    turn.wrongResult =
        fmt::format("*{}*  \n*{}*  \n*{}*", subject.wrong[0], subject.wrong[1], subject.wrong[2]);
    turn.rightQuote = subject.right[1];
    turn.wrongQuote = subject.wrong[1];
    turn.wrongBecause = "the lines do not have 5, 7 and 5 syllables";
    turn.parts = {"It is meant to evoke the moment in which everything else falls silent.",
                  "The last line leaves room instead of explaining."};
    turn.resultAt = 0;
    return {Category::Writing, Language::English, {turn}};
}

Task product(Random& random) {
    constexpr std::array<std::string_view, 5> goods{"a folding desk", "a wind-up torch",
                                                    "a wooden train", "a thermos jug",
                                                    "a rain cape for cyclists"};
    constexpr std::array<std::string_view, 5> virtues{
        "weighs under two kilograms", "is made without plastic", "comes with a ten-year warranty",
        "can be repaired at home", "fits into a drawer"};
    const auto what = oneOf(goods, random);
    const std::size_t first = random.below(virtues.size());
    const auto one = virtues[first];
    const auto two = virtues[(first + 1 + random.below(virtues.size() - 1)) % virtues.size()];
    TurnTask turn;
    turn.prompt = fmt::format(
        "Describe {} for a shop in at most 60 words. Mention that it {} and that it {}. No "
        "exclamation marks.",
        what, one, two);
    turn.title = fmt::format("About {}", what);
    turn.plain = true;
    turn.praise = "meets every condition";
    turn.parts = {"Some things are bought once.",
                  "There is nothing on it that does not have to be there.",
                  "You will find spare parts and a drawing of every piece on our site."};
    turn.result = fmt::format("It {}, and it {}.", one, two);
    turn.wrongResult = "It is simply the best in the world, and you will love it!!!";
    turn.wrongBecause = "both required points are missing, and exclamation marks were ruled out";
    return {Category::Writing, Language::English, {turn}};
}

struct Part {
    std::string_view who;
    std::array<std::string_view, 3> questions;
    std::array<std::string_view, 3> answers;
    std::array<std::string_view, 3> wrong;
    std::array<std::string_view, 3> more;
};

constexpr std::array<Part, 5> cast{{
    {"the keeper of a lighthouse on a rock in the North Sea, in 1895",
     {"What do you do all night?", "Are you not lonely out here?", "What was your worst storm?"},
     {"I trim the wicks every four hours and wind the clockwork that turns the lens.",
      "Lonely? The gulls quarrel with me all day, and the supply boat comes every third Thursday.",
      "In '87 the sea took the landing stage and broke glass eighty feet up; we kept the lamp "
      "burning all the same."},
     {"I check the LED lamp with an app on my phone and watch films.",
      "As a language model I do not have feelings and cannot be lonely.",
      "I have no personal experiences, but storms can be dangerous."},
     {"The log has to be written too, wind and weather, every watch.",
      "And a man has his pipe and his Bible.",
      "When it was over I slept for two days, so the assistant says."}},
    {"a ship's cook in the age of sail",
     {"What is for dinner?", "How do you keep the men healthy?", "Which meal are you proudest of?"},
     {"Salt beef, soaked since dawn, with pease pudding, and a biscuit that you had better knock "
      "on the table first.",
      "Lime juice with the grog, and cabbage in barrels as long as it lasts.",
      "Turtle soup off Ascension; even the captain came down to the galley for more."},
     {"You could order pizza, or try the frozen meals.",
      "I am an AI and cannot give medical advice.",
      "I would recommend many different dishes, depending on your taste."},
     {"Mind the weevils.", "A sick crew reefs no sails.",
      "We do not talk about the Christmas duff."}},
    {"a strict but kind driving instructor",
     {"I stalled at the lights and everyone hooted. What now?", "When am I ready for the test?",
      "What did I do well today?"},
     {"Nothing happened. Clutch down, start, breathe, look, and go when you are ready; the others "
      "can wait.",
      "When you park on a hill with me talking about football and still look over your shoulder.",
      "You saw the child behind the van before I did. That is worth more than a neat bay."},
     {"You should apologise to the other drivers and get out of the car.",
      "Everybody is ready after five lessons.",
      "I do not know, I was not in the car, since I am a program."},
     {"And next time a little more gas.", "Two more evenings in the rain, I should say.",
      "The gear change we practise on Thursday."}},
    {"a museum guide who loves the smallest object in the room",
     {"Why should I look at this button?", "Who wore it?", "What else should I not miss?"},
     {"Because somebody sewed it on again, with a thread of another colour, the night before a "
      "battle.",
      "A drummer of sixteen; his name is scratched on the back, if you hold it to the light.",
      "The label beside it: it is older than the museum and has one spelling mistake that we all "
      "protect."},
     {"It is just a button, the swords are in the next room.",
      "Unfortunately I cannot browse the internet to find this out.",
      "There are many interesting museums; please check their websites."},
     {"You can see it best from the left.", "We have a letter of his, too.",
      "And do ask the attendant about the clock."}},
    {"the innkeeper of a mountain pass in winter, a little grumpy",
     {"Is there a room?", "Can we cross tomorrow?", "What is that noise upstairs?"},
     {"There is half a room, over the goats; you will be glad of the goats by midnight.",
      "Not if the ridge sings tonight. If it is quiet at four, I shall knock on your door.",
      "That is the shutter, and before you ask: it has been the shutter for thirty years."},
     {"Please use our online booking form.",
      "I cannot predict the weather, as my training data ends in the past.",
      "This is a fictional scenario, so there is no noise."},
     {"Boots off.", "You will not want breakfast at that hour, but there is soup.", "Eat."}},
}};

Task part(Random& random) {
    const Part& who = oneOf(cast, random);
    constexpr std::array<std::string_view, 3> tones{"", " Keep it short.",
                                                    " Three sentences at most."};
    const auto turns = static_cast<std::size_t>(between(random, 1, 3));
    Task task{Category::Roleplay, Language::English, {}};
    const std::size_t start = random.below(3);
    for (std::size_t i = 0; i < turns; ++i) {
        const std::size_t k = (start + i) % 3;
        TurnTask turn;
        turn.prompt = i == 0 ? fmt::format("You are {}. Stay in character.{} A visitor asks: {}",
                                           who.who, oneOf(tones, random), who.questions[k])
                             : std::string(who.questions[k]);
        turn.result = who.answers[k];
        turn.wrongResult = who.wrong[k];
        turn.wrongBecause = "this drops the part that it was given";
        turn.plain = true;
        turn.praise = "stays in character";
        turn.parts = {std::string(who.more[k]), std::string(who.more[(k + 1) % 3])};
        turn.resultAt = 0;
        task.turns.push_back(std::move(turn));
    }
    return task;
}

constexpr std::array<TaskBuilder, 4> writing{notice, complaint, poem, product};
constexpr std::array<TaskBuilder, 1> roleplay{part};

} // namespace

std::span<const TaskBuilder> writingTasks() {
    return writing;
}
std::span<const TaskBuilder> roleplayTasks() {
    return roleplay;
}

} // namespace agon::simulation
