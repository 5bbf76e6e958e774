#include "ui/text/code_language.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

QSet<QString> words(const QString& spaced) {
    const QStringList list = spaced.split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

CodeLanguage cLike(const QStringList& names, const QString& keywords,
                   const QString& longQuote = {}) {
    return {names, words(keywords), {u"//"_s}, u"/*"_s, u"*/"_s, u"\"'"_s, longQuote};
}

std::vector<CodeLanguage> makeLanguages() {
    std::vector<CodeLanguage> all;
    all.push_back(cLike(
        {u"cpp"_s, u"c++"_s, u"c"_s, u"h"_s, u"hpp"_s, u"cc"_s, u"cxx"_s, u"arduino"_s},
        u"alignas alignof auto bool break case catch char class concept const consteval constexpr "
        "constinit const_cast continue co_await co_return co_yield decltype default delete do "
        "double "
        "dynamic_cast else enum explicit export extern false final float for friend goto if inline "
        "int "
        "long mutable namespace new noexcept nullptr operator override private protected public "
        "register "
        "reinterpret_cast requires return short signed sizeof static static_assert static_cast "
        "struct "
        "switch template this thread_local throw true try typedef typeid typename union unsigned "
        "using "
        "virtual void volatile while #include #define #if #ifdef #ifndef #else #endif #pragma"_s));
    all.push_back(cLike(
        {u"java"_s},
        u"abstract assert boolean break byte case catch char class const continue default do "
        u"double else "
        "enum extends false final finally float for goto if implements import instanceof int "
        "interface "
        "long native new null package private protected public record return sealed short static "
        "strictfp super switch synchronized this throw throws transient true try var void volatile "
        "while"_s,
        u"\"\"\""_s));
    all.push_back(cLike(
        {u"csharp"_s, u"cs"_s, u"c#"_s},
        u"abstract as async await base bool break byte case catch char class const continue "
        u"decimal "
        "default delegate do double else enum event explicit extern false finally fixed float for "
        "foreach get if implicit in int interface internal is lock long namespace new null object "
        "out "
        "override params private protected public readonly record ref return sbyte sealed set "
        "short "
        "sizeof static string struct switch this throw true try typeof uint ulong unsafe ushort "
        "using "
        "var virtual void volatile while yield"_s));
    all.push_back(
        cLike({u"javascript"_s, u"js"_s, u"jsx"_s, u"typescript"_s, u"ts"_s, u"tsx"_s, u"node"_s},
              u"abstract any as async await boolean break case catch class const continue debugger "
              u"declare "
              "default delete do else enum export extends false finally for from function get if "
              "implements "
              "import in instanceof interface keyof let namespace never new null number of private "
              "protected "
              "public readonly return set static string super switch this throw true try type "
              "typeof undefined "
              "unknown var void while with yield"_s,
              u"`"_s));
    all.push_back(cLike({u"go"_s, u"golang"_s},
                        u"any bool break byte case chan const continue default defer else error "
                        u"fallthrough false float32 "
                        "float64 for func go goto if import int int32 int64 interface map nil "
                        "package range return rune "
                        "select string struct switch true type uint var"_s,
                        u"`"_s));
    CodeLanguage rust =
        cLike({u"rust"_s, u"rs"_s},
              u"as async await bool break char const continue crate dyn else enum extern false fn "
              u"for if impl in "
              "let loop match mod move mut pub ref return self Self static str String struct super "
              "trait true "
              "type unsafe use usize u8 u16 u32 u64 i8 i16 i32 i64 f32 f64 where while"_s);
    rust.quotes = u"\""_s; // ' begins a lifetime more often than a character
    all.push_back(rust);
    all.push_back(
        cLike({u"kotlin"_s, u"kt"_s, u"swift"_s, u"scala"_s, u"dart"_s},
              u"abstract actor as associatedtype async await break by case catch class companion "
              u"const continue "
              "data def defer do else enum extends extension false final finally for fun func "
              "guard if implicit "
              "import in init inline interface internal is lateinit lazy let match mutating nil "
              "null object open "
              "override package private protocol public repeat return sealed self static struct "
              "super switch "
              "this throw trait true try type typealias val var void when where while with yield"_s,
              u"\"\"\""_s));
    all.push_back(cLike({u"php"_s},
                        u"abstract and array as break case catch class const continue declare "
                        u"default do echo else elseif "
                        "extends false final finally fn for foreach function global if implements "
                        "include instanceof "
                        "interface namespace new null or print private protected public require "
                        "require_once return "
                        "static switch this throw trait true try use var while yield"_s));
    all.push_back({{u"python"_s, u"py"_s, u"python3"_s, u"ipython"_s},
                   words(u"and as assert async await break case class continue def del elif else "
                         u"except False finally "
                         "for from global if import in is lambda match None nonlocal not or pass "
                         "raise return self "
                         "True try while with yield"_s),
                   {u"#"_s},
                   {},
                   {},
                   u"\"'"_s,
                   u"\"\"\""_s});
    all.push_back(
        {{u"ruby"_s, u"rb"_s},
         words(u"alias and begin break case class def defined? do else elsif end ensure false for "
               "if in module next nil not or puts redo require rescue retry return self super "
               "then true undef unless until when while yield"_s),
         {u"#"_s},
         {},
         {},
         u"\"'"_s,
         {}});
    all.push_back(
        {{u"bash"_s, u"sh"_s, u"shell"_s, u"zsh"_s, u"console"_s, u"powershell"_s},
         words(u"case cd do done echo elif else esac exit export fi for function if in local "
               "return select set shift source sudo then until unset while"_s),
         {u"#"_s},
         {},
         {},
         u"\"'"_s,
         {}});
    all.push_back(
        {{u"r"_s},
         words(u"break else FALSE for function if in Inf library NA NaN next NULL repeat require "
               "return TRUE while"_s),
         {u"#"_s},
         {},
         {},
         u"\"'"_s,
         {}});
    CodeLanguage sql{
        {u"sql"_s, u"mysql"_s, u"postgresql"_s, u"sqlite"_s},
        words(u"add all alter and as asc avg begin between by case check column commit count "
              "create cross date default delete desc distinct drop else end exists foreign "
              "from full group having if in index inner insert int integer into is join key "
              "left like limit max min not null on or order outer primary references right "
              "rollback select set sum table text then union unique update values varchar "
              "view when where with"_s),
        {u"--"_s},
        u"/*"_s,
        u"*/"_s,
        u"'\""_s,
        {}};
    sql.ignoresCase = true;
    all.push_back(sql);
    all.push_back({{u"json"_s, u"json5"_s, u"jsonl"_s},
                   words(u"true false null"_s),
                   {},
                   {},
                   {},
                   u"\""_s,
                   {}});
    all.push_back({{u"yaml"_s, u"yml"_s, u"toml"_s, u"ini"_s, u"dockerfile"_s, u"makefile"_s},
                   words(u"true false null yes no on off FROM RUN CMD COPY ENV WORKDIR EXPOSE"_s),
                   {u"#"_s},
                   {},
                   {},
                   u"\"'"_s,
                   {}});
    CodeLanguage markup{
        {u"html"_s, u"xml"_s, u"svg"_s, u"vue"_s}, {}, {}, u"<!--"_s, u"-->"_s, u"\""_s, {}};
    markup.tags = true;
    all.push_back(markup);
    all.push_back(
        {{u"css"_s, u"scss"_s, u"less"_s},
         words(u"important inherit initial auto none @media @import @keyframes @font-face"_s),
         {},
         u"/*"_s,
         u"*/"_s,
         u"\"'"_s,
         {}});
    return all;
}

} // namespace

const CodeLanguage* codeLanguage(const QString& name) {
    static const std::vector<CodeLanguage> languages = makeLanguages();
    const QString folded = name.trimmed().toLower();
    for (const CodeLanguage& language : languages)
        if (language.names.contains(folded))
            return &language;
    return nullptr;
}

} // namespace agon::ui
