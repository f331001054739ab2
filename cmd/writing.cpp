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

// A count or mark that is not known before its day looks like one not written.
bool is_worth_saying(const Diagnostic& finding) {
  return info_of(finding.code).severity != Severity::info ||
         finding.code == code::dated_in_the_future;
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
    if (--old[fingerprint(after, finding)] < 0 && is_worth_saying(finding)) {
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

// Null where the file is new.
const std::string* bytes_before(const World& world, const FileChange& change) {
  const Source* file = find_source(world.plan(), change.path);
  return file == nullptr ? nullptr : &file->bytes;
}

void print_diffs(World& world, const std::vector<FileChange>& changes) {
  for (const FileChange& change : changes) {
    world.print(
        render::diff(bytes_before(world, change), change, world.style()));
  }
}

// Without the records that stay as they are.
std::vector<FileChange> real_changes(const World& world,
                                     std::vector<FileChange> changes) {
  std::erase_if(changes, [&](const FileChange& change) {
    const std::string* before = bytes_before(world, change);
    return before != nullptr && *before == change.bytes;
  });
  return changes;
}

std::optional<Failure> commit_new(World& world,
                                  const std::vector<FileChange>& changes) {
  if (auto failure = world.commit(changes)) {
    return failure;
  }
  for (const FileChange& change : changes) {
    world.print(change.path + "\n");
  }
  return std::nullopt;
}

ExitStatus try_and_commit(World& world, const WriteOptions& options,
                          const std::vector<FileChange>& asked) {
  const auto changes = real_changes(world, asked);
  const auto after = world.with(changes);
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
  if (changes.empty()) {
    world.complain(world.say("Nothing changes: it is recorded so already.") +
                   "\n");
  } else if (options.dry_run) {
    print_diffs(world, changes);
  } else if (const auto failure = commit_new(world, changes)) {
    return world.fail(*failure);
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
  return write_all(world, owners, options,
                   [&](const Plan& plan) -> Result<std::vector<FileChange>> {
                     auto change = make(plan);
                     if (!change) {
                       return change.error();
                     }
                     return std::vector<FileChange>{std::move(*change)};
                   });
}

ExitStatus write_all(World& world, const std::vector<std::string>& owners,
                     const WriteOptions& options, const MakeChanges& make) {
  const auto kind =
      options.dry_run ? folder::LockKind::shared : folder::LockKind::exclusive;
  if (const auto failure = world.open(owners, kind)) {
    return world.fail(*failure);
  }
  if (!world.plan().has_sheet) {
    return refuse_without_plan(world);
  }
  const auto changes = make(world.plan());
  return changes ? try_and_commit(world, options, *changes)
                 : world.fail(changes.error());
}

}  // namespace thidua::cmd
