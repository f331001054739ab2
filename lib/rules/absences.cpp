#include "rules/absences.hpp"

namespace thidua {
namespace {

// " (section): note", whichever of them is there.
std::string details_of(const Absence& absence) {
  std::string details;
  if (!absence.source.empty()) {
    details += fmt::format(" ({})", absence.source);
  }
  if (!absence.note.empty()) {
    details += fmt::format(": {}", absence.note);
  }
  return details;
}

const Absence* in(const std::optional<Absence>& absence) {
  return absence ? &*absence : nullptr;
}

}  // namespace

const Absence* absence_of(const PlanSheet& sheet, PlanPart part) {
  switch (part) {
    case PlanPart::targets:
      return in(sheet.no_targets);
    case PlanPart::reporting:
      return in(sheet.no_reporting ? sheet.no_reporting : sheet.no_duties);
    case PlanPart::timeline:
      break;
  }
  return in(sheet.no_timeline);
}

std::optional<Message> absence_sentence(const PlanSheet& sheet, PlanPart part) {
  const Absence* absence = absence_of(sheet, part);
  if (absence == nullptr) {
    return std::nullopt;
  }
  const std::string details = details_of(*absence);
  switch (part) {
    case PlanPart::targets:
      return msg("The plan has no targets in numbers{0}.", details);
    case PlanPart::reporting:
      return msg("The plan has no clause on reporting{0}.", details);
    case PlanPart::timeline:
      break;
  }
  return msg("The plan has no timeline{0}.", details);
}

std::vector<Message> absence_sentences(const PlanSheet& sheet) {
  std::vector<Message> sentences;
  for (const PlanPart part :
       {PlanPart::targets, PlanPart::reporting, PlanPart::timeline}) {
    if (auto sentence = absence_sentence(sheet, part)) {
      sentences.push_back(std::move(*sentence));
    }
  }
  return sentences;
}

}  // namespace thidua
