// Score tables: ranking, ties and quotas.
#include <algorithm>

#include "rules/check_measures.hpp"
#include "rules/check_score_parts.hpp"

namespace thidua {
namespace {

void check_ties(const TableCheck& check) {
  const Ids criteria = criteria_ids(check.run.plan, check.table);
  for (const TieKey& key : check.table.ranking.ties) {
    switch (key.by) {
      case TieKey::By::criterion:
        expect_criterion(check, key.id, criteria);
        break;
      case TieKey::By::group:
        expect_part(check.run, key.id, group_ids(check.table),
                    N_("this table has no group `{0}`"));
        break;
      case TieKey::By::indicator:
        expect_indicator(check.run, key.id);
        break;
      case TieKey::By::bonus:
      case TieKey::By::deductions:
        break;
    }
  }
}

class QuotaCheck {
 public:
  QuotaCheck(const TableCheck& check, const Quota& quota)
      : check_(check), run_(check.run), quota_(quota) {}

  void look() {
    if (quota_.of_class) {
      expect_class(*quota_.of_class);
    }
    if (quota_.form) {
      expect_form(run_, *quota_.form);
    }
    check_size();
    check_base();
    check_inside();
  }

 private:
  void expect_class(const At<std::string>& id) const {
    const auto& classes = check_.table.classes;
    expect_part(run_, id, classes ? ids_of(classes->levels) : Ids{},
                N_("this table has no class `{0}`"));
  }

  void expect_within(Quota::Within within, const Message& why,
                     const Message& hint) const {
    if (quota_.within != within) {
      run_.add(code::rule_without_ground, quota_.size_span, why, hint);
    }
  }

  void check_size() const {
    switch (quota_.size) {
      case Quota::Size::fixed:
        return;
      case Quota::Size::fixed_by_cluster:
        expect_within(Quota::Within::cluster,
                      msg("a number for each cluster needs a quota within the "
                          "cluster"),
                      msg("write `within: cluster`, or one number for all"));
        check_clusters();
        return;
      case Quota::Size::percent:
        expect_percent(quota_.number, quota_.size_span);
        return;
      case Quota::Size::percent_by_class:
        expect_within(Quota::Within::parent,
                      msg("a percentage by the class of the unit above needs a "
                          "quota within that unit"),
                      msg("write `within: parent`, or one `percent` for all"));
        check_classes_above();
        return;
    }
  }

  void expect_percent(const Exact& percent, Span where) const {
    if (percent < Exact{0} || Exact{100} < percent) {
      run_.add(code::points_out_of_range, where,
               msg("{0} % is not a part of all units", percent),
               msg("write a number from 0 to 100, such as 20 for 20 %"));
    }
  }

  void check_clusters() const {
    Ids known;
    for (const Cluster& cluster : run_.plan.clusters) {
      if (names(check_.table.kinds, cluster.kind.value)) {
        known.push_back(cluster.id.value);
      }
    }
    for (const QuotaShare& share : quota_.shares) {
      expect_known(run_, code::unknown_cluster, share.of, known,
                   N_("clusters.yaml has no cluster `{0}` of these units"));
    }
  }

  // The unit above is of another kind and has classes of its own.
  void check_classes_above() const {
    Ids known;
    for (const ScoreTable& file : run_.plan.score_tables) {
      for (const KindTable& table : file.tables) {
        const Ids more = table.classes ? ids_of(table.classes->levels) : Ids{};
        known.insert(known.end(), more.begin(), more.end());
      }
    }
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    for (const QuotaShare& share : quota_.shares) {
      expect_part(run_, share.of, known,
                  N_("no score table has a class `{0}`"));
      expect_percent(share.number, share.of.span);
    }
  }

  void check_base() const {
    if (quota_.base == Quota::Base::of_class) {
      expect_class(quota_.base_id);
    } else if (quota_.base == Quota::Base::holders) {
      expect_form(run_, quota_.base_id);
    }
  }

  [[nodiscard]] const Quota* outer(const Quota& quota) const {
    const auto& quotas = check_.table.quotas;
    const auto at =
        !quota.inside
            ? quotas.end()
            : std::find_if(quotas.begin(), quotas.end(), [&](const Quota& one) {
                return one.id.value == quota.inside->value;
              });
    return at == quotas.end() ? nullptr : &*at;
  }

  void check_inside() const {
    if (!quota_.inside) {
      return;
    }
    expect_part(run_, *quota_.inside, ids_of(check_.table.quotas),
                N_("this table has no quota `{0}`"));
    const Quota* next = outer(quota_);
    for (std::size_t i = 0; next != nullptr && i < check_.table.quotas.size();
         ++i) {
      if (next == &quota_) {
        run_.add(code::rule_leads_back, quota_.inside->span,
                 msg("the quota `{0}` lies inside itself", quota_.id.value),
                 msg("let one of these quotas be the outermost, without "
                     "`inside`"));
        return;
      }
      next = outer(*next);
    }
  }

  const TableCheck& check_;
  const CheckRun& run_;
  const Quota& quota_;
};

}  // namespace

void check_ranking(const TableCheck& check) {
  check_ties(check);
  expect_unique(check.run, check.table.quotas);
  for (const Quota& quota : check.table.quotas) {
    QuotaCheck(check, quota).look();
  }
}

}  // namespace thidua
