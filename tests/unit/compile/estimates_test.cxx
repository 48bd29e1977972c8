/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/estimates.hxx"

#include "nutrition/k2.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quartet
{

namespace
{

using testing::HasSubstr;

Row foodOf(const char* id, Row::Fields fields)
{
    fields.insert({ { "name", id }, { "group", "Foods" }, { "source", "table" } });
    if (fields.contains("VITK2") || fields.contains("MK4"))
        fields.insert({ { "K2 source", "table" }, { "K2 grade", "B" } });
    return Row(id, fields);
}

/// A small registry: meat raw and cooked, eggs, and what a test adds.
Tables tables()
{
    Tables all;
    all["nutrients"] = realRegistry().rows("nutrients");
    all["grades"] = realRegistry().rows("grades");
    all["texts"] = realRegistry().rows("texts");
    all["sources"] = { Row("table", { { "short", "Table" },
                                      { "grade", "B" },
                                      { "citation", "Table." },
                                      { "licence", "facts" } }) };
    all["foods"] = { foodOf("meat", { { "VITK2", "8" } }),
                     foodOf("roast", {}),
                     foodOf("stew", {}),
                     foodOf("sausage", { { "MK4", "20" } }),
                     foodOf("cream", { { "FAT", "30" } }),
                     foodOf("mould", {}) };
    all["estimates"] = {
        Row("cooked", { { "words", "cooked from raw" }, { "of", "food" }, { "within", "1.5" } }),
        Row("recipe",
            { { "words", "recipe" }, { "of", "recipe" }, { "times", "1" }, { "within", "2" } }),
        Row("fat", { { "words", "by fat" }, { "of", "fat" }, { "within", "2" } }),
        Row("mk4", { { "words", "nearly all MK-4" }, { "of", "MK4" }, { "within", "1.5" } }),
        Row("range", { { "words", "mould" }, { "of", "range" }, { "low", "10" }, { "high", "80" } })
    };
    const auto basis = [](const char* id, const char* rule, const char* value, const char* of) {
        return Row(id, { { "rule", rule },
                         { "words", id },
                         { "value", value },
                         { "of", of },
                         { "source", "table" } });
    };
    all["estimate_basis"] = {
        basis("c1", "cooked", "10", "8"),      basis("c2", "cooked", "12.5", "10"),
        basis("r1", "recipe", "4", "meat=50"), basis("f1", "fat", "5", "25"),
        basis("f2", "fat", "16", "80"),        basis("m1", "mk4", "9", "9"),
        basis("m2", "mk4", "4", "4"),          basis("g1", "range", "12.5", ""),
        basis("g2", "range", "70", "")
    };
    all["estimated_foods"] = { Row("roast", { { "rule", "cooked" }, { "from", "meat" } }),
                               Row("stew", { { "rule", "recipe" }, { "from", "roast=40" } }),
                               Row("cream", { { "rule", "fat" } }),
                               Row("sausage", { { "rule", "mk4" } }),
                               Row("mould", { { "rule", "range" } }) };
    return all;
}

/// The foods with their estimates.
struct Made
{
    explicit Made(const Tables& all)
    {
        const Data measured(all, {});
        const Estimates estimates(all, measured, damages);
        table = estimates.table();
        Tables with = all;
        with["foods"] = estimates.appliedTo(tableRows(all, "foods"));
        data = std::make_shared<const Data>(with, std::vector<Damage>());
    }
    const Estimate& of(const char* food) const { return data->foods.find(food)->k2Estimate; }

    std::vector<Damage> damages;
    std::vector<std::string> table;
    std::shared_ptr<const Data> data;
};

/// The reasons for which a changed registry is refused.
std::string refusal(const std::function<void(Tables&)>& change)
{
    Tables all = tables();
    change(all);
    const Made made(all);
    return made.damages.empty() ? "" : made.damages.front().id + ": " + made.damages.front().reason;
}

} // namespace

TEST(Estimates, FollowTheirRules)
{
    const Made made(tables());
    EXPECT_TRUE(made.damages.empty());
    EXPECT_EQ(made.of("roast").value, 10) << "1.25 times the raw meat's 8";
    EXPECT_EQ(made.of("roast").basis, "meat, 8");
    EXPECT_EQ(made.of("stew").value, 4) << "of an estimate";
    EXPECT_EQ(made.of("cream").value, 6) << "0.2 µg a gram of fat";
    EXPECT_EQ(made.of("sausage").value, 20);
    EXPECT_EQ(made.of("sausage").low, 20) << "at least what is known";
    EXPECT_EQ(made.of("sausage").high, 30);
    EXPECT_EQ(made.of("mould").value, std::nullopt) << "a range is no estimate";
    EXPECT_EQ(made.of("mould").low, 10);
    EXPECT_EQ(made.of("mould").high, 80);
    EXPECT_EQ(made.of("meat").value, std::nullopt) << "what is known needs none";
}

TEST(Estimates, SayRuleBasisAndRange)
{
    const Made made(tables());
    const auto said = [&made](const char* food) {
        return *made.data->source(*made.data->foods.find(food), made.data->nutrients.k2().total);
    };
    EXPECT_THAT(said("roast"), HasSubstr("cooked from raw"));
    EXPECT_THAT(said("roast"), HasSubstr("meat, 8"));
    EXPECT_THAT(said("mould"), HasSubstr("mould"));
}

TEST(Estimates, GiveAFoodOfOneFigureTheRangeOfItsKind)
{
    Tables all = tables();
    all["foods"].push_back(foodOf("butter", { { "VITK2", "15" }, { "FAT", "81" } }));
    all["estimated_foods"].push_back(Row("butter", { { "rule", "fat" } }));
    const Made made(all);
    EXPECT_EQ(made.of("butter").value, std::nullopt);
    EXPECT_EQ(made.of("butter").low, 7.5);
    EXPECT_EQ(made.of("butter").high, 30);
}

TEST(Estimates, RefuseWhatLeansOnNothing)
{
    EXPECT_EQ(refusal([](Tables&) {}), "");
    EXPECT_EQ(refusal([](Tables& all) {
                  all["estimated_foods"].push_back(Row("tofu", { { "rule", "fat" } }));
              }),
              "tofu: \"tofu\" is no food");
    EXPECT_EQ(refusal([](Tables& all) {
                  all["estimated_foods"][2] = Row("cream", { { "rule", "guess" } });
              }),
              "cream: \"guess\" is no rule");
    EXPECT_EQ(refusal([](Tables& all) {
                  all["estimated_foods"][1] =
                      Row("stew", { { "rule", "recipe" }, { "from", "mould=40" } });
              }),
              "stew: mould has a range alone");
    EXPECT_EQ(refusal([](Tables& all) {
                  all["estimated_foods"][0] =
                      Row("roast", { { "rule", "cooked" }, { "from", "stew" } });
              }),
              "roast: roast is estimated from itself");
    EXPECT_EQ(refusal([](Tables& all) {
                  all["estimate_basis"].pop_back();
                  all["estimate_basis"].pop_back();
              }),
              "range: leans on no figure");
}

TEST(Estimates, RefuseARuleThatSaysLessThanItsErrorIs)
{
    EXPECT_EQ(refusal([](Tables& all) {
                  all["estimate_basis"][4] = Row("f2", { { "rule", "fat" },
                                                         { "words", "far off" },
                                                         { "value", "90" },
                                                         { "of", "80" },
                                                         { "source", "table" } });
              }),
              "fat: holds 0 of 2 figures alone");
    // Beyond a factor of 3 there is no estimate.
    Tables wide = tables();
    wide["estimates"][2] =
        Row("fat", { { "words", "by fat" }, { "of", "fat" }, { "within", "3.5" } });
    const Data data(wide, {});
    ASSERT_FALSE(data.damages().empty());
    EXPECT_EQ(data.damages().front().field, "within");
}

TEST(Estimates, OfTheRealFoodsLeaveFewWithoutARange)
{
    const Data& data = realRegistry().data();
    const Menaquinones& k2 = data.nutrients.k2();
    double ranges = 0;
    double estimates = 0;
    for (const Food& each : data.foods.foods())
    {
        const auto low = k2Per100g(each, k2, K2Form::Low);
        const auto estimate = k2Per100g(each, k2, K2Form::Estimate);
        const auto high = k2Per100g(each, k2, K2Form::High);
        ranges += low && high;
        estimates += estimate.has_value();
        EXPECT_LE(low.value_or(0), high.value_or(low.value_or(0))) << each.id;
        EXPECT_LE(low.value_or(0), estimate.value_or(low.value_or(0)) + partsRounding) << each.id;
        EXPECT_LE(estimate.value_or(0), high.value_or(estimate.value_or(0)) + partsRounding)
            << each.id;
    }
    const auto foods = static_cast<double>(data.foods.foods().size());
    EXPECT_GE(ranges / foods, 0.95);
    EXPECT_GE(estimates / foods, 0.9);
}

} // namespace quartet
