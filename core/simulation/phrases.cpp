#include "core/simulation/phrases.h"

#include <array>

namespace agon::simulation {
namespace {

using Lines = std::string_view;

constexpr std::array<Lines, 4> openingsEn{"Sure!", "Happy to help with that.", "Good question.",
                                          "Let us go through it step by step."};
constexpr std::array<Lines, 4> closingsEn{"Let me know if you would like more detail.",
                                          "I hope this helps!", "Tell me if anything is unclear.",
                                          "Feel free to ask a follow-up question."};
constexpr std::array<Lines, 6> fillersEn{
    "That is the short version; each point could be taken further.",
    "There are other ways to put it, but this covers what was asked.",
    "It helps to keep in mind what was asked before going into details.",
    "For most purposes this much is enough.",
    "The details differ from case to case, the principle does not.",
    "If something here is new to you, begin with the first point and take your time."};
constexpr std::array<Lines, 6> ramblingEn{
    "There are many opinions about this topic, and everybody has to decide for themselves.",
    "In today's fast-moving world questions like this are more important than ever.",
    "It depends on many factors, which in turn depend on further factors.",
    "Some people say one thing and some people say another, and both have a point.",
    "As was already said above, this is a very interesting and very broad field.",
    "One could write a whole book about it, and in fact many people have."};
constexpr std::array<Lines, 2> refusalsEn{
    "I am sorry, but I cannot help with that request.",
    "Unfortunately I am not able to answer this. Please consult a professional."};

constexpr std::array<Lines, 2> openingsDe{"Gerne!", "Das lässt sich gut erklären."};
constexpr std::array<Lines, 2> closingsDe{"Bei Fragen gerne nachhaken.",
                                          "Ich hoffe, das hilft weiter."};
constexpr std::array<Lines, 2> fillersDe{
    "Das ist die kurze Fassung; zu jedem Punkt ließe sich mehr sagen.",
    "Mit einer kleinen Skizze lässt sich das leichter nachvollziehen."};
constexpr std::array<Lines, 2> ramblingDe{
    "Dazu gibt es viele Meinungen, und jeder muss selbst entscheiden.",
    "Das ist ein sehr spannendes und sehr weites Feld, über das man ganze Bücher schreiben "
    "könnte."};
constexpr std::array<Lines, 1> refusalsDe{"Dabei kann ich leider nicht helfen."};

constexpr std::array<Lines, 2> openingsZh{"好的！", "没问题。"};
constexpr std::array<Lines, 2> closingsZh{"希望对你有帮助。", "如有疑问，欢迎继续提问。"};
constexpr std::array<Lines, 2> fillersZh{"换句话说，每一点都与前一点有关。",
                                         "画一张简图会更容易理解。"};
constexpr std::array<Lines, 2> ramblingZh{"关于这个话题众说纷纭，每个人都有自己的看法。",
                                          "这取决于很多因素，而这些因素又取决于其他因素。"};
constexpr std::array<Lines, 1> refusalsZh{"抱歉，我无法回答这个问题。"};

constexpr std::array<Lines, 2> openingsAr{"بكل سرور!", "إليك الإجابة."};
constexpr std::array<Lines, 2> closingsAr{"أتمنى أن يفيدك هذا.",
                                          "يمكنك السؤال إن احتجت إلى توضيح."};
constexpr std::array<Lines, 2> fillersAr{"بعبارة أخرى، كل نقطة مرتبطة بما قبلها.",
                                         "يسهل فهم ذلك بمثال بسيط من الحياة اليومية."};
constexpr std::array<Lines, 2> ramblingAr{"الآراء كثيرة في هذا الموضوع ولكل إنسان رأيه.",
                                          "هذا يعتمد على عوامل كثيرة تعتمد بدورها على عوامل أخرى."};
constexpr std::array<Lines, 1> refusalsAr{"عذرًا، لا أستطيع المساعدة في هذا الطلب."};

constexpr std::array<Phrases, 4> all{{
    {openingsEn, closingsEn, fillersEn, ramblingEn, refusalsEn, "Result:"},
    {openingsDe, closingsDe, fillersDe, ramblingDe, refusalsDe, "Ergebnis:"},
    {openingsZh, closingsZh, fillersZh, ramblingZh, refusalsZh, "结论："},
    {openingsAr, closingsAr, fillersAr, ramblingAr, refusalsAr, "الخلاصة:"},
}};

} // namespace

const Phrases& phrasesOf(Language language) {
    return all[static_cast<std::size_t>(language)];
}

} // namespace agon::simulation
