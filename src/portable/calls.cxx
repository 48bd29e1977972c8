/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/calls.hxx"

#include "nutrition/default_standards.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/intake_answers.hxx"
#include "nutrition/language.hxx"
#include "workbook/person_arguments.hxx"
#include "workbook/utf8.hxx"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace quartet
{

namespace
{

using css::uno::Any;

Any present(const PortableCall& call, std::size_t argument)
{
    return argument < call.arguments.size() ? call.arguments[argument].present : Any();
}

std::string formula(const PortableCall& call, std::size_t argument)
{
    return argument < call.arguments.size() && call.arguments[argument].given
               ? call.arguments[argument].formula
               : "0";
}

/// A number argument: "" for an empty text, an error for another or a negative one.
std::string ofNumber(const std::string& number, const std::string& blank, const std::string& then)
{
    return "IF(ISTEXT(" + number + ");IF(TRIM(" + number + ")=\"\";" + blank + ";" + refused
           + ");IF(" + number + "<0;" + refused + ";" + then + "))";
}

Result<Person> personOf(const PortableCall& call, AgeZero zero)
{
    std::array<Any, 3> said;
    for (std::size_t i = 0; i < call.arguments.size(); ++i)
    {
        const Role role = call.arguments[i].role;
        if (role == Role::Age)
            said[0] = present(call, i);
        if (role == Role::Sex)
            said[1] = present(call, i);
        if (role == Role::Stage)
            said[2] = present(call, i);
    }
    return personArguments(said[0], said[1], said[2], zero);
}

std::string sourceOf(const Intake& intake)
{
    return intake.term + ", " + intake.authority->name + ", " + intake.year;
}

std::string verdictFormula(PortableCall& call, const std::string& amount,
                           const std::optional<Intake>& target, const std::optional<Intake>& limit,
                           const std::string& name, const std::string& noTarget)
{
    const Texts& texts = call.standards.texts;
    const auto bound = [&](const char* label, const Intake& intake, double noise) {
        return call.figure(call.words.text(label, { { "name", name } }), *intake.value,
                           sourceOf(intake))
               + "*" + digits(1 + noise);
    };
    std::string judged =
        target ? "IF(" + amount + ">=" + bound("portable.figure.target", *target, -roundingNoise)
                     + ";" + inQuotes(texts.text("status.on")) + ";"
                     + inQuotes(texts.text("status.below")) + ")"
               : noTarget;
    if (limit)
        judged = "IF(" + amount + ">" + bound("portable.figure.limit", *limit, roundingNoise) + ";"
                 + inQuotes(texts.text("status.above")) + ";" + judged + ")";
    return judged;
}

/// intakeStatus(amount; nutrient; age; sex; stage; standard; intake)
std::string intakeStatus(PortableCall& call)
{
    const Standards& standards = call.standards;
    const auto nutrient = standards.data->nutrients.find(call.text(1));
    const std::string of = fold(call.text(6));
    if (!nutrient)
        return refused;
    const std::string own(standards.balance.standardOf(*nutrient));
    const std::string said = call.text(5);
    const std::string standard = !said.empty() ? said : own.empty() ? defaultIntakeStandard : own;
    const auto person = personOf(call, AgeZero::Blank);
    if (!person)
        return person.error() == Problem::NotAvailable ? notAvailableFormula : refused;
    const auto value = [&](IntakeKind kind) {
        return standards.intakes.findValue(standard, *nutrient, kind, *person);
    };
    auto limit = value(IntakeKind::UpperLimit);
    if (const auto other = value(IntakeKind::SupplementLimit); of == "supplement" && other)
        if (!limit || *other->value < *limit->value)
            limit = other;
    const std::string amount = formula(call, 0);
    return ofNumber(amount, "\"\"",
                    verdictFormula(call, amount, value(IntakeKind::Target), limit,
                                   standards.data->nutrients[*nutrient].tag, notAvailableFormula));
}

/// balanceItem(item; amount; age; sex; stage; standard)
std::string balanceItem(PortableCall& call)
{
    const Standards& standards = call.standards;
    const auto nutrient = standards.data->nutrients.find(call.text(0));
    const std::string said = call.text(5);
    std::string unknown = inQuotes(standards.texts.text("status.unknown"));
    const auto person = personOf(call, AgeZero::LeftOut);
    if (!nutrient || !person)
        return refused;
    const auto bounds =
        standards.balance.bounds(*nutrient, *person, said.empty() ? defaultIntakeStandard : said);
    const std::string amount = formula(call, 1);
    if (call.arguments.size() < 2 || !call.arguments[1].given)
        return unknown;
    return ofNumber(amount, unknown,
                    verdictFormula(call, amount, bounds.target, bounds.limit,
                                   standards.data->nutrients[*nutrient].tag,
                                   inQuotes(standards.texts.text("status.no target"))));
}

/// camgRatio(calcium; magnesium)
std::string camgRatio(PortableCall& call)
{
    const std::string calcium = formula(call, 0);
    const std::string magnesium = formula(call, 1);
    return ofNumber(calcium, "\"\"", ofNumber(magnesium, "\"\"", calcium + "/" + magnesium));
}

/// The words of the highest category that holds a level. @param edges from the highest
std::string chain(PortableCall& call, const std::string& level,
                  const std::vector<VitaminDEdge>& edges, const std::string& standard,
                  const std::string& unit, const std::string& below)
{
    std::string judged = below;
    for (std::size_t i = edges.size(); i-- > 0;)
    {
        const VitaminDEdge& edge = edges[i];
        judged = edge.level == 0 && edge.belongs
                     ? inQuotes(edge.said)
                     : "IF(" + level + (edge.belongs ? ">=" : ">")
                           + call.figure(call.words.text("portable.figure.cutOff",
                                                         { { "standard", standard },
                                                           { "category", edge.words },
                                                           { "unit", unit } }),
                                         edge.level, edge.standard)
                           + ";" + inQuotes(edge.said) + ";" + judged + ")";
    }
    return judged;
}

/// For each of the units in which a level may be typed.
template <typename Judge>
std::string byUnit(const PortableCall& call, std::size_t unitArgument, const Judge& judge)
{
    const std::string level = formula(call, 0);
    const bool given = call.arguments.size() > unitArgument && call.arguments[unitArgument].given;
    const std::string ng = judge(LevelUnit::NgPerMl, "ng/mL");
    if (!given)
        return ofNumber(level, "\"\"", ng);
    const std::string unit = "TRIM(LOWER(" + formula(call, unitArgument) + "))";
    const std::string both = "IF(" + unit + "=\"nmol/l\";" + judge(LevelUnit::NmolPerL, "nmol/L")
                             + ";IF(OR(" + unit + "=\"ng/ml\";" + unit + "=\"\";" + unit
                             + "=\"0\");" + ng + ";" + refused + "))";
    return ofNumber(level, "\"\"", both);
}

/// vitdStatus(level; unit; standard)
std::string vitdStatus(PortableCall& call)
{
    const std::string said = call.text(2);
    const std::string standard = said.empty() ? defaultVitaminDStandard : said;
    const std::string level = formula(call, 0);
    return byUnit(call, 1, [&](LevelUnit unit, const char* words) {
        const auto edges = call.standards.vitaminD.edges(standard, unit);
        return edges ? chain(call, level, *edges, standard, words, notAvailableFormula)
                     : std::string(refused);
    });
}

/// vitdCaution(level; unit; language)
std::string vitdCaution(PortableCall& call)
{
    const std::string level = formula(call, 0);
    const std::string said = call.text(2);
    const auto language = parseLanguage(said.empty() ? "en" : said);
    if (!language)
        return refused;
    return byUnit(call, 1, [&](LevelUnit unit, const char* words) {
        std::vector<VitaminDEdge> edges = call.standards.vitaminD.cautionEdges(unit);
        for (VitaminDEdge& edge : edges)
            edge.said = call.standards.texts.said(edge.said, *language);
        return chain(call, level, edges, call.words.text("portable.figure.caution"), words, "\"\"");
    });
}

/// vitdCutoff(standard; category; unit; edge)
std::string vitdCutoff(PortableCall& call)
{
    constexpr std::size_t unitArgument = 2;
    const std::string said = call.text(3);
    const auto edge = parseEdge(said.empty() ? "lower" : said);
    if (!edge)
        return refused;
    const auto in = [&](LevelUnit unit, const char* words) -> std::string {
        const std::string standard = call.text(0);
        const std::string category = call.text(1);
        const auto cutoff = call.standards.vitaminD.cutoff(standard, category, unit, *edge);
        if (!cutoff)
            return cutoff.error() == Problem::NotAvailable ? notAvailableFormula : refused;
        return call.figure(call.words.text("portable.figure.cutOff", { { "standard", standard },
                                                                       { "category", category },
                                                                       { "unit", words } }),
                           *cutoff, standard);
    };
    std::string ng = in(LevelUnit::NgPerMl, "ng/mL");
    if (call.arguments.size() <= unitArgument || !call.arguments[unitArgument].given)
        return ng;
    const std::string unit = "TRIM(LOWER(" + formula(call, unitArgument) + "))";
    return "IF(" + unit + "=\"nmol/l\";" + in(LevelUnit::NmolPerL, "nmol/L") + ";IF(OR(" + unit
           + "=\"ng/ml\";" + unit + "=\"\");" + ng + ";" + refused + "))";
}

/// The text that stands in a formula for itself; nothing for a cell.
std::optional<std::string> constantText(const std::string& formula)
{
    constexpr std::size_t quotes = 2;
    if (formula.size() < quotes || formula.front() != '"' || markedArgument(formula.substr(1)))
        return std::nullopt;
    return formula.substr(1, formula.size() - quotes);
}

/// The units that a cell may change to; constants may be any.
constexpr std::array units{ "ng/mL", "nmol/L", "µg", "mcg", "IU" };

/// vitdConvert(value; from; to)
std::string vitdConvert(PortableCall& call)
{
    const std::string value = formula(call, 0);
    const auto converted = [&](const std::string& from, const std::string& to) {
        const auto factor = call.standards.conversions.convert(1, from, to);
        if (!factor)
            return std::string();
        return value + "*"
               + call.figure(
                   call.words.text("portable.figure.factor", { { "from", from }, { "to", to } }),
                   *factor, call.standards.conversions.source(from));
    };
    const auto choices = [&call](std::size_t argument) {
        const auto constant = constantText(formula(call, argument));
        return constant ? std::vector<std::string>{ *constant }
                        : std::vector<std::string>(units.begin(), units.end());
    };
    std::string all = refused;
    for (const std::string& from : choices(1))
        for (const std::string& to : choices(2))
            if (const std::string one = converted(from, to); !one.empty())
                all = "IF(AND(TRIM(" + formula(call, 1) + ")=" + inQuotes(from) + ";TRIM("
                      + formula(call, 2) + ")=" + inQuotes(to) + ");" + one + ";" + all + ")";
    return ofNumber(value, "\"\"", all);
}

/// cacCategory(score; system)
std::string cacCategory(PortableCall& call)
{
    const std::string said = call.text(1);
    const std::string system = said.empty() ? defaultCalciumScoreSystem : said;
    const auto classes = call.standards.calciumScores.classes(system);
    if (classes.empty())
        return refused;
    const std::string score = formula(call, 0);
    std::string judged = notAvailableFormula;
    for (std::size_t i = classes.size(); i-- > 0;)
    {
        const CalciumScoreClass& each = classes[i];
        const std::string words = inQuotes(each.category);
        judged = each.to ? "IF(" + score + "<="
                               + call.figure(call.words.text("portable.figure.upTo",
                                                             { { "system", system },
                                                               { "category", each.category } }),
                                             *each.to, each.source)
                               + ";" + words + ";" + judged + ")"
                         : words;
    }
    if (classes.front().from > 0)
        judged = "IF(" + score + "=0;" + notAvailableFormula + ";" + judged + ")";
    return ofNumber(score, "\"\"", judged);
}

/// The formula of a function that the table of functions calls "native".
struct Native
{
    std::string_view method;
    std::string (*formula)(PortableCall& call);
};

constexpr std::array natives{
    Native{ "vitdStatus", vitdStatus },     Native{ "vitdCaution", vitdCaution },
    Native{ "vitdCutoff", vitdCutoff },     Native{ "vitdConvert", vitdConvert },
    Native{ "intakeStatus", intakeStatus }, Native{ "balanceItem", balanceItem },
    Native{ "camgRatio", camgRatio },       Native{ "cacCategory", cacCategory },
};

Role roleOf(const CalcParameter& parameter)
{
    switch (parameter.role)
    {
        case ParameterRole::Food:
            return Role::Food;
        case ParameterRole::Foods:
            return Role::Foods;
        case ParameterRole::Amount:
            return Role::Amount;
        case ParameterRole::Amounts:
            return Role::Amounts;
        case ParameterRole::Age:
            return Role::Age;
        case ParameterRole::Sex:
            return Role::Sex;
        case ParameterRole::Stage:
            return Role::Stage;
        case ParameterRole::Medicines:
            return Role::Medicines;
        case ParameterRole::Cells:
            return Role::Cells;
        default:
            return parameter.follows ? Role::Number : Role::Word;
    }
}

/// @throws std::logic_error where a native function has no formula here
std::vector<PortableMethod> portableMethods()
{
    std::vector<PortableMethod> methods;
    for (const CalcFunction& function : calcFunctions())
    {
        PortableMethod method{ fold(function.method), function.name, function.copy, {}, nullptr };
        for (const CalcParameter& parameter : function.parameters)
            method.roles += static_cast<char>(roleOf(parameter));
        const auto native = std::find_if(natives.begin(), natives.end(), [&](const auto& each) {
            return each.method == function.method;
        });
        if ((native != natives.end()) != (function.copy == Portable::Native))
            throw std::logic_error(method.name + ": no formula for the portable copy");
        if (native != natives.end())
            method.formula = native->formula;
        methods.push_back(std::move(method));
    }
    return methods;
}

} // namespace

std::string PortableCall::text(std::size_t argument) const
{
    rtl::OUString text;
    present(*this, argument) >>= text;
    return std::string(trim(toUtf8(text)));
}

std::string PortableCall::figure(std::string label, double value, std::string source) const
{
    return table(tables.figure({ std::move(label), value, std::move(source) }));
}

const PortableMethod* findPortable(std::string_view method)
{
    static const std::vector<PortableMethod> methods = portableMethods();
    const std::string folded = fold(method);
    const auto found =
        std::find_if(methods.begin(), methods.end(),
                     [&](const PortableMethod& each) { return each.name == folded; });
    return found == methods.end() ? nullptr : &*found;
}

} // namespace quartet
