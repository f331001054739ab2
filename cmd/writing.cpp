#include "writing.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/codes.hpp"
#include "render/diagnostics.hpp"
#include "render/diff.hpp"
#include "rules/checks.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

// What tells a finding apart from others, wherever in its file it stands.
using Fingerprint = std::tuple<Code, std::string, std::string>;

Fingerprint fingerprint(const Plan& plan, const Diagnostic& finding) {
  return {finding.code,
          finding.where.known() ? plan.sources[finding.where.file].path
                                : std::string(),
          say(finding.message, Language::en)};
}

// What `after` has and `before` has not.
std::vector<Diagnostic> new_findings(const Plan& before, const Plan& after,
                                     Date today) {
  const Diagnostics findings_before = check_plan(before, today);
  const Diagnostics findings_after = check_plan(after, today);
  std::map<Fingerprint, int> old;
  for (const Diagnostic& finding : findings_before.all()) {
    ++old[fingerprint(before, finding)];
  }
  std::vector<Diagnostic> found;
  for (const Diagnostic& finding : findings_after.all()) {
    if (--old[fingerprint(after, finding)] < 0 &&
        info_of(finding.code).severity != Severity::info) {
      found.push_back(finding);
    }
  }
  return found;
}

void complain_of(World& world, const Plan& plan,
                 const std::vector<Diagnostic>& findings) {
  const render::DiagnosticView view{plan.sources, world.language(),
                                    render::Style(false)};
  for (const Diagnostic& finding : findings) {
    world.complain(render::to_text(finding, view));
  }
}

bool has_error(const std::vector<Diagnostic>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& finding) {
                       return info_of(finding.code).severity == Severity::error;
                     });
}

// Records beside the changed one that could not be read.
void name_broken_neighbours(World& world) {
  std::vector<Diagnostic> errors;
  for (const Diagnostic& finding : world.findings().all()) {
    if (info_of(finding.code).severity == Severity::error) {
      errors.push_back(finding);
    }
  }
  complain_of(world, world.plan(), errors);
}

ExitStatus try_and_commit(World& world, const WriteOptions& options,
                          const FileChange& change) {
  const auto after = world.with({change});
  if (!after) {
    return world.fail(after.error());
  }
  const auto findings = new_findings(world.plan(), **after, world.today());
  complain_of(world, **after, findings);
  if (has_error(findings)) {
    return world.fail(
        {ExitStatus::refused,
         msg("the change would bring errors; nothing was changed"),
         msg("give values that are right, as said above")});
  }
  const Source* file = find_source(world.plan(), change.path);
  const std::string* before = file == nullptr ? nullptr : &file->bytes;
  if (options.dry_run) {
    world.print(render::diff(before, change, world.style()));
  } else if (before == nullptr || *before != change.bytes) {
    if (const auto failure = world.commit({change})) {
      return world.fail(*failure);
    }
    world.print(change.path + "\n");
  }
  name_broken_neighbours(world);
  return ExitStatus::ok;
}

}  // namespace

void add_write_options(Syntax& syntax, const Words& words,
                       WriteOptions& options) {
  syntax.flag("--dry-run", options.dry_run,
              words("show what would change, and change nothing"));
  syntax.flag("--illustrative", options.illustrative,
              words("mark a new record as made up for illustration"));
}

ExitStatus write(World& world, const std::vector<std::string>& owners,
                 const WriteOptions& options, const MakeChange& make) {
  const auto kind =
      options.dry_run ? folder::LockKind::shared : folder::LockKind::exclusive;
  if (const auto failure = world.open(owners, kind)) {
    return world.fail(*failure);
  }
  if (!world.plan().has_sheet) {
    return refuse_without_plan(world);
  }
  const auto change = make(world.plan());
  if (!change) {
    return world.fail(change.error());
  }
  return try_and_commit(world, options, *change);
}

}  // namespace thidua::cmd
