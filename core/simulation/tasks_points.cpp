// Questions whose answer is a handful of points: science, humanities, everyday matters, and the
// same in other languages.
#include "core/simulation/tasks_points.h"

#include "core/simulation/task_builders.h"

#include <array>
#include <vector>

namespace agon::simulation {
namespace {

struct Points {
    Language language;
    Form form;
    std::string_view prompt;
    std::string_view title;
    std::string_view head; // of a table
    std::array<std::string_view, 5> parts;
    std::string_view result;
    std::string_view wrong;
    std::string_view because;
    std::string_view question; // second turn, may be empty
    std::string_view answer;
    std::string_view wrongAnswer;
    std::string_view answerBecause;
};

constexpr auto en = Language::English;
constexpr auto de = Language::German;
constexpr auto zh = Language::Chinese;
constexpr auto ar = Language::Arabic;

constexpr std::array<Points, 8> scienceBank{{
    {en,
     Form::List,
     "Why is the sky blue, and why is it red at sunset?",
     "Colours of the sky",
     "",
     {"Sunlight contains all colours.",
      "Air molecules are much smaller than the wavelength of light and scatter it in all "
      "directions.",
      "At noon the path through the air is short, so the scattered blue reaches us from "
      "everywhere.",
      "At sunset the path is some forty times longer, and most of the blue is lost on the way.",
      "What is left of the direct light is orange and red."},
     "Short waves are scattered far more strongly, with the inverse fourth power of the "
     "wavelength.",
     "Blue light is heavier, so it sinks towards us and fills the sky.",
     "light has no weight that sorts it; short waves are scattered more",
     "Would the sky of the Moon be blue?",
     "No: without air nothing scatters the light, so it is black even by day.",
     "Yes, but paler, because the Moon is smaller.",
     "the Moon has no air that could scatter light"},
    {en,
     Form::Steps,
     "Explain photosynthesis in a few steps.",
     "Photosynthesis",
     "",
     {"Chlorophyll in the chloroplasts absorbs mainly red and blue light.",
      "The energy splits water; oxygen leaves the leaf.", "ATP and NADPH carry the energy on.",
      "In the Calvin cycle carbon dioxide is built into sugar.",
      "The plant stores the sugar as starch or builds cellulose of it."},
     "In sum: $6\\,CO_2 + 6\\,H_2O \\rightarrow C_6H_{12}O_6 + 6\\,O_2$.",
     "In sum, the plant breathes in oxygen and turns it into carbon dioxide and sugar.",
     "it is the other way round: carbon dioxide is taken in and oxygen set free",
     "",
     "",
     "",
     ""},
    {en,
     Form::Table,
     "Compare mitosis and meiosis in a table.",
     "Mitosis and meiosis",
     "| | mitosis | meiosis |\n|---|---|---|",
     {"| divisions | one | two |", "| daughter cells | two | four |",
      "| chromosomes | as many as before | half as many |",
      "| purpose | growth and repair | eggs and sperm |",
      "| crossing over | hardly ever | in prophase I |"},
     "Only meiosis halves the set of chromosomes.",
     "Both leave the number of chromosomes unchanged.",
     "meiosis halves the number of chromosomes",
     "",
     "",
     "",
     ""},
    {en,
     Form::List,
     "Why does ice float on water?",
     "Ice and water",
     "",
     {"In liquid water hydrogen bonds form and break all the time.",
      "On freezing every molecule is held by four neighbours.",
      "That lattice has wide open spaces.", "Ice therefore has a density of about 0.92 g/cm³.",
      "Lakes freeze from the top, and fish survive below."},
     "Ice takes about 9 % more room than the same mass of water, so it floats.",
     "Ice is colder than water, and cold things are lighter.",
     "most things get denser in the cold; the open lattice is the reason",
     "How much of an iceberg is under water?",
     "About nine tenths, because its density is about nine tenths of that of sea water.",
     "About half, as with a ship.",
     "the ratio of the densities says nine tenths"},
    {en,
     Form::List,
     "How does a vaccine protect against a disease?",
     "How vaccines work",
     "",
     {"A vaccine shows the immune system a harmless part or form of the pathogen.",
      "Dendritic cells present the antigen to T cells.",
      "B cells that fit it multiply and make antibodies.", "Some of them stay for years.",
      "If enough people are immune the disease hardly spreads any more."},
     "Memory cells make the second answer faster and stronger than the first.",
     "The vaccine kills the germs that are in the blood at that moment.",
     "a vaccine prepares memory cells, it is no antibiotic",
     "",
     "",
     "",
     ""},
    {en,
     Form::Steps,
     "How does a refrigerator move heat out of a cold box?",
     "The cooling cycle",
     "",
     {"A compressor squeezes the refrigerant, which becomes hot.",
      "In the coils at the back it gives off heat and condenses.",
      "An expansion valve lets the pressure fall, and with it the temperature.",
      "Inside the box it evaporates and takes up heat.", "The vapour goes back to the compressor."},
     "The compressor's work is what moves heat from cold to warm, as the second law demands.",
     "The cold is made in the valve and blown into the box.",
     "cold is not made; heat is taken up by the evaporating refrigerant and moved outside",
     "Does it cool the kitchen if its door stays open?",
     "No, it warms it: all the heat and the compressor's work stay in the room.",
     "Yes, a little, like a small air conditioner.",
     "heat and work both stay in the kitchen"},
    {de,
     Form::List,
     "Warum haben wir Jahreszeiten? Bitte in einfachen Worten.",
     "Jahreszeiten",
     "",
     {"Die Erde umrundet die Sonne in einem Jahr.",
      "Im Sommer steht die Sonne mittags hoch, ihre Strahlen treffen steil auf.",
      "Steile Strahlen erwärmen eine kleinere Fläche stärker.",
      "Außerdem sind die Tage im Sommer länger.", "Auf der Südhalbkugel ist es genau umgekehrt."},
     "Der Grund ist die Neigung der Erdachse um etwa 23,4°.",
     "Der Grund ist, dass die Erde im Sommer näher an der Sonne ist.",
     "the distance is not the reason: early in January the Earth is closest to the Sun",
     "Und was passiert am Äquator?",
     "Dort sind die Tage immer fast gleich lang, daher gibt es kaum Jahreszeiten.",
     "Dort ist immer Sommer, weil der Äquator der Sonne am nächsten ist.",
     "again distance is taken for the reason"},
    {zh,
     Form::List,
     "为什么海水是咸的？请简要说明。",
     "海水为什么咸",
     "",
     {"雨水含有少量二氧化碳，呈弱酸性。", "它慢慢溶解岩石中的矿物质。", "河流把这些盐分带进海洋。",
      "海底热泉也会释放矿物质。", "海水的平均盐度约为千分之三十五。"},
     "水会蒸发，盐却留了下来，所以盐分越积越多。",
     "海水咸是因为鱼类不断排出盐分。",
     "fish are not the source; rivers bring salts, and evaporation leaves them behind",
     "",
     "",
     "",
     ""},
}};

constexpr std::array<Points, 7> humanitiesBank{{
    {en,
     Form::Table,
     "Compare deductive and inductive reasoning in a table.",
     "Two ways to conclude",
     "| | deductive | inductive |\n|---|---|---|",
     {"| direction | from rule to case | from cases to rule |",
      "| certainty | certain if premises hold | "
      "likely at best |",
      "| typical field | mathematics, law | natural science, statistics |",
      "| example | all humans are mortal … | every swan so far was white … |",
      "| risk | a false premise | too few or one-sided cases |"},
     "Only deduction guarantees the conclusion, given true premises.",
     "Induction guarantees its conclusion once there are enough cases.",
     "no number of cases makes an induction certain",
     "",
     "",
     "",
     ""},
    {en,
     Form::List,
     "What changed in Europe because of the printing press?",
     "After Gutenberg",
     "",
     {"Books became far cheaper within a few decades.",
      "Texts spread in identical copies, so errors could be found and corrected together.",
      "Writing in the vernacular paid, and languages grew more uniform.",
      "Pamphlets carried the Reformation.", "Governments answered with censorship and licences."},
     "Movable type came to Mainz about 1450.",
     "Movable type came to Mainz about 1650.",
     "that is two hundred years late; it was about 1450",
     "Was it the first movable type anywhere?",
     "No: movable type was used in China in the 11th century and metal type in Korea before 1400.",
     "Yes, nobody had printed with single letters before.",
     "China and Korea had movable type centuries before"},
    {en,
     Form::List,
     "Explain supply and demand to someone who has never heard of them.",
     "Supply and demand",
     "",
     {"Demand says how much people would buy at each price.",
      "Supply says how much would be offered at each price.",
      "Where the two meet, nothing is left over and nobody is turned away.",
      "A bad harvest shifts supply; a fashion shifts demand.",
      "A price held below that point leads to queues."},
     "If supply falls and demand stays, the price rises.",
     "If supply falls and demand stays, the price falls as well.",
     "scarcer goods become dearer, not cheaper",
     "",
     "",
     "",
     ""},
    {en,
     Form::List,
     "What is the anchoring effect? Give an example.",
     "Anchoring",
     "",
     {"The first number that one hears pulls later estimates towards it.",
      "It works even when the number is plainly irrelevant.",
      "Experts are less affected, but not free of it.",
      "In negotiations the first offer often sets the range.",
      "It helps to write down one's own estimate first."},
     "A jacket marked down from 300 seems cheap at 180, although nobody ever paid 300.",
     "Anchoring means that we remember the last number best.",
     "that would be recency; anchoring is about the first number",
     "How could I avoid it when I buy a used car?",
     "Look up prices of the same model first and decide your limit before you ask the seller.",
     "Ask the seller for the price first, so that you have a starting point.",
     "this is exactly how the anchor is set"},
    {en,
     Form::Table,
     "Compare federal and unitary states in a table, with examples.",
     "Federal and unitary states",
     "| | federal | unitary |\n|---|---|---|",
     {"| powers of regions | in the constitution | lent by the centre |",
      "| examples | Germany, India, Brazil | France, Japan, Denmark |",
      "| second chamber | usually for the regions | often none or weak |",
      "| laws | may differ by region | the same everywhere |",
      "| strength | close to people | simple and uniform |"},
     "The decisive difference is who can change the powers of the regions.",
     "The decisive difference is the size of the country.",
     "size does not decide; Japan is unitary and Switzerland federal",
     "",
     "",
     "",
     ""},
    {de,
     Form::List,
     "Was war die Hanse, und warum verlor sie an Bedeutung?",
     "Die Hanse",
     "",
     {"Sie war ein Bund von Kaufleuten und später von Städten an Nord- und Ostsee.",
      "Lübeck galt als ihr Haupt, der Hansetag trat dort zusammen.",
      "Gehandelt wurde mit Tuch, Salz, Hering, Getreide, Pelzen und Holz.",
      "Kontore standen in London, Brügge, Bergen und Nowgorod.",
      "Erstarkende Fürstenstaaten und niederländische Händler drängten sie zurück."},
     "Ihre Blüte lag im 14. und 15. Jahrhundert.",
     "Ihre Blüte lag im 18. Jahrhundert.",
     "by the 18th century the League was long gone",
     "",
     "",
     "",
     ""},
    {zh,
     Form::List,
     "丝绸之路对东西方交流有什么影响？",
     "丝绸之路的影响",
     "",
     {"丝绸、瓷器和茶叶从中国运往西方。", "玻璃、葡萄和良马从西方传入中国。",
      "佛教沿着商路从印度传到中原。", "造纸术逐渐传到阿拉伯世界和欧洲。",
      "沿途的绿洲城市因此繁荣起来。"},
     "它不仅是商路，更是思想和技术交流的通道。",
     "它只运送丝绸，没有其他影响。",
     "religion, paper and many goods travelled on it as well",
     "张骞是谁？",
     "他是西汉的使者，公元前二世纪出使西域。",
     "他是唐朝的僧人，去印度取经。",
     "that was Xuanzang; Zhang Qian was an envoy of the Western Han"},
}};

constexpr std::array<Points, 8> everydayBank{{
    {en,
     Form::List,
     "What should I check before I rent a flat?",
     "Before signing",
     "",
     {"Run the taps and look under the sink for damp.",
      "Ask for the heating costs of the last two years.",
      "Photograph every defect before you move in.",
      "Check phone reception and noise in the evening.",
      "Read how and when the rent may be raised."},
     "Have every promise of the landlord written into the contract.",
     "Spoken promises are enough, since they are binding anyway.",
     "spoken promises can hardly be proved",
     "",
     "",
     "",
     ""},
    {en,
     Form::List,
     "My basil in a pot keeps dying. What am I doing wrong?",
     "Keeping basil alive",
     "",
     {"Supermarket pots hold far too many plants; split them.",
      "Give it the brightest window you have.",
      "Cut stems above a pair of leaves instead of plucking leaves.",
      "Use a pot with a hole and pour away what collects below.", "Keep it above 12 °C."},
     "Water it from below when the top of the soil is dry, never every day by habit.",
     "Water it generously every evening so that the soil is always soaked.",
     "soaked soil rots the roots, which is the usual cause of death",
     "Can I save one that has only bare stems left?",
     "If there is still a green node, cut above it; new leaves come within two weeks.",
     "No, a plant without leaves is dead.",
     "green nodes can sprout again"},
    {en,
     Form::List,
     "Pack for three days of hiking in the mountains in September: what is a must?",
     "Three days in September",
     "",
     {"Broken-in boots and two pairs of wool socks.", "A rain jacket and a warm layer.",
      "A paper map, since phones die in the cold.", "A first-aid kit with blister plasters.",
      "A head torch: it is dark by eight."},
     "Carry at least two litres of water for each walking day.",
     "Water is not needed, there are streams everywhere.",
     "streams dry up in September and may not be clean",
     "",
     "",
     "",
     ""},
    {de,
     Form::Steps,
     "Wie entkalke ich einen Wasserkocher mit Hausmitteln?",
     "Wasserkocher entkalken",
     "",
     {"Den Kocher bis zur Höchstmarke mit Wasser und zwei Esslöffeln Zitronensäure füllen.",
      "Etwa eine halbe Stunde einwirken lassen.", "Die Lösung weggießen und den Rand abwischen.",
      "Zweimal mit klarem Wasser aufkochen.", "Alle vier Wochen wiederholen."},
     "Zitronensäure nur kalt verwenden, sonst bildet sich schwer lösliches Calciumcitrat.",
     "Die Zitronensäure muss kräftig aufgekocht werden, dann wirkt sie am besten.",
     "hot citric acid leaves calcium citrate that is hard to remove",
     "",
     "",
     "",
     ""},
    {zh,
     Form::Steps,
     "请给我一个简单的番茄炒蛋做法。",
     "番茄炒蛋",
     "",
     {"两个番茄切块，三个鸡蛋加少许盐打散。", "热锅放油，先把鸡蛋炒到刚凝固，盛出。",
      "再放一点油，下番茄炒出汁。", "加一小勺糖和适量盐。", "撒上葱花就可以出锅。"},
     "最后把鸡蛋倒回锅里，翻炒几下即可。",
     "鸡蛋和番茄一起下锅，煮二十分钟。",
     "eggs boiled for twenty minutes turn hard; they are fried apart and added at the end",
     "",
     "",
     "",
     ""},
    {ar,
     Form::List,
     "ما فوائد القراءة اليومية؟ أجب باختصار.",
     "فوائد القراءة اليومية",
     "",
     {"توسّع المفردات وتحسّن الكتابة.", "تقوّي التركيز والذاكرة.", "تخفّف التوتر قبل النوم.",
      "تعرّفنا إلى ثقافات أخرى.", "تكفي عشرون دقيقة في اليوم للبداية."},
     "أهم فائدة أنها تنمّي التفكير النقدي.",
     "القراءة مفيدة للأطفال فقط ولا تنفع الكبار.",
     "it claims that only children profit from reading",
     "وكيف أبدأ؟",
     "اختر كتابًا قصيرًا تحبه واقرأ في الوقت نفسه كل يوم.",
     "ابدأ بأطول كتاب تجده حتى تتعود.",
     "a short book that one likes is the way to begin"},
    {ar,
     Form::Steps,
     "كيف أحضّر الشاي بالنعناع على الطريقة المغربية؟",
     "الشاي بالنعناع",
     "",
     {"اغسل ملعقة كبيرة من الشاي الأخضر بماء ساخن.", "أضف الماء المغلي واتركه ثلاث دقائق.",
      "أضف حزمة من النعناع الطازج والسكر.", "صبّ كأسًا وأعده إلى الإبريق مرتين.",
      "قدّمه في كؤوس صغيرة."},
     "يُستعمل الشاي الأخضر وليس الأسود.",
     "يُستعمل الشاي الأسود مع الحليب.",
     "the Moroccan way takes green tea and no milk",
     "",
     "",
     "",
     ""},
    {de,
     Form::List,
     "Ich schlafe schlecht ein. Was kann ich ohne Medikamente versuchen?",
     "Besser einschlafen",
     "",
     {"Jeden Tag zur gleichen Zeit aufstehen, auch am Wochenende.",
      "Eine Stunde vor dem Schlafen keine hellen Bildschirme.",
      "Das Schlafzimmer kühl und dunkel halten.", "Sorgen vor dem Zubettgehen aufschreiben.",
      "Wenn es länger als drei Wochen anhält, ärztlichen Rat holen."},
     "Nach 14 Uhr keinen Kaffee mehr trinken.",
     "Ein starker Kaffee am Abend macht müde.",
     "caffeine in the evening keeps one awake",
     "Hilft es, im Bett liegen zu bleiben, wenn ich wach bin?",
     "Nein: nach etwa zwanzig Minuten lieber aufstehen und etwas Ruhiges tun.",
     "Ja, je länger man liegt, desto besser.",
     "lying awake links the bed with being awake"},
}};

constexpr std::array<std::string_view, 6> readers{"",
                                                  " I am preparing a short talk.",
                                                  " It is for a class of twelve-year-olds.",
                                                  " Please keep it practical.",
                                                  " Assume that I know nothing about it.",
                                                  " It is for our company's newsletter."};

Task fromPoints(const Points& points, Random& random) {
    TurnTask turn;
    turn.prompt = points.prompt;
    if (points.language == Language::English)
        turn.prompt += oneOf(readers, random);
    turn.title = points.title;
    turn.form = points.form;
    turn.tableHead = points.head;
    turn.parts.assign(points.parts.begin(), points.parts.end());
    turn.result = points.result;
    turn.wrongResult = points.wrong;
    turn.wrongBecause = points.because;
    Task task{Category::Others, points.language, {turn}};
    if (points.question.empty() || random.below(2) == 0)
        return task;
    TurnTask next;
    next.prompt = points.question;
    next.result = points.answer;
    next.wrongResult = points.wrongAnswer;
    next.wrongBecause = points.answerBecause;
    next.resultAt = 0;
    task.turns.push_back(next);
    return task;
}

Task humanities(Random& random) {
    return fromPoints(oneOf(humanitiesBank, random), random);
}

Task everyday(Random& random) {
    return fromPoints(oneOf(everydayBank, random), random);
}

constexpr std::array<TaskBuilder, 1> humanitiesBuilders{humanities};
constexpr std::array<TaskBuilder, 4> everydayBuilders{everyday, everyday, everyday, recipe};

} // namespace

Task sciencePoints(Random& random) {
    return fromPoints(oneOf(scienceBank, random), random);
}
std::span<const TaskBuilder> humanitiesTasks() {
    return humanitiesBuilders;
}
std::span<const TaskBuilder> everydayTasks() {
    return everydayBuilders;
}

} // namespace agon::simulation
