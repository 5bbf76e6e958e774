// Which format a file is in, by what is in it.
#pragma once

#include "core/base/file_source.h"
#include "core/base/result.h"
#include "core/exchange/import_options.h"
#include "core/exchange/record_splitter.h"

#include <string>
#include <string_view>
#include <vector>

namespace agon::exchange {

// What the importer of a file is chosen by. The second half tells apart files of one format id.
enum class Shape {
    AlpacaOutputs,
    AlpacaAnnotations,
    FastchatQuestions,
    FastchatAnswers,
    FastchatPair,
    FastchatSingle,
    PandalmTest,
    PandalmJudge,
    Evalica,
    Table,
    Lines,
    Agon, // JSON lines that Agon wrote itself, with all games and votes
};
[[nodiscard]] Format formatOf(Shape shape);
// Files of a lower rank are read first: instructions, answers, pairs, then judgments of them.
[[nodiscard]] int rankOf(Shape shape);

struct Recognised {
    Shape shape = Shape::Table;
    Layout layout = Layout::Unknown;
    std::vector<std::string> columns; // of a table; of JSON the members of its first record
};

// Looks at the first records. Errors: InvalidInput "not recognised: …", with what to do.
[[nodiscard]] Result<Recognised> recognise(FileSource& file, const ImportOptions& options);
// The same from the beginning of a file's bytes.
[[nodiscard]] Result<Recognised> recogniseSample(std::string_view sample,
                                                 const ImportOptions& options);
// Layout and columns of a file whose format is not recognised, as plain rows. Errors: InvalidInput.
[[nodiscard]] Result<Recognised> columnsOf(FileSource& file);

} // namespace agon::exchange
