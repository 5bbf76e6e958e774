#include "core/judge/self_judging.h"

#include "core/text/ascii.h"

namespace agon {

bool sameModel(const Model& judge, const Model& fighter) {
    if (judge.id.valid() && judge.id == fighter.id)
        return true;
    return !judge.apiModel.empty() && judge.apiModel == fighter.apiModel &&
           judge.provider == fighter.provider;
}

bool sameFamily(const Model& judge, const Model& fighter) {
    return sameModel(judge, fighter) ||
           (!judge.family.empty() && equalIgnoringCase(judge.family, fighter.family));
}

} // namespace agon
