// Judges that may know their own.
#pragma once

#include "core/domain/model.h"

namespace agon {

// The judge is the fighter: the same row, or the same model of the same provider. Without an API
// name only the row decides.
[[nodiscard]] bool sameModel(const Model& judge, const Model& fighter);

// Own answers or those of a relative: the same model, or the same family, letter case aside; an
// empty family is related to nobody.
[[nodiscard]] bool sameFamily(const Model& judge, const Model& fighter);

} // namespace agon
