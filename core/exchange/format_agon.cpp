#include "core/exchange/importer.h"
namespace agon::exchange {
std::unique_ptr<RowImporter> agonImporter(const ImportFile& file) {
    return tableImporter(file);
}
} // namespace agon::exchange
