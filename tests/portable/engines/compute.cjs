/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// compute.cjs COPY.xlsx RESULT: what HyperFormula computes of a copy whose cached values are
// gone, a cell a line: sheet, cell and value between tabs. ExcelJS opens the copy too.

"use strict";

const fs = require("fs");
const XLSX = require("xlsx");
const ExcelJS = require("exceljs");
const { HyperFormula } = require("hyperformula");

const [, , file, result] = process.argv;
if (!file)
    process.exit(0); // all modules are there

// A text, a sheet's quoted name, or a word.
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_\\][\p{L}\p{N}_.]*/gu;

/** A formula in which some names are replaced. */
function replaceNames(formula, meaning)
{
    return formula.replace(PIECES, (piece, at) => {
        const isWord = piece[0] !== '"' && piece[0] !== "'";
        const next = formula[at + piece.length];
        if (!isWord || next === "(" || next === "!" || formula[at - 1] === "$" || formula[at - 1] === "!")
            return piece;
        const means = meaning(piece.toLowerCase());
        return means === undefined ? piece : `(${means})`;
    });
}

// A cell's reference outside of texts.
const CELL = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)([0-9]+)(?![\p{L}\p{N}_.(])/gu;

/** What a name's formula, counted from A1, means in another cell. */
function moved(formula, row, column)
{
    return formula.replace(CELL, (piece, fixedColumn, letters, fixedRow, digits) => {
        if (letters === undefined)
            return piece;
        const place = XLSX.utils.decode_cell(letters + digits);
        const c = fixedColumn ? place.c : (place.c + column) % 16384;
        const r = fixedRow ? place.r : (place.r + row) % 1048576;
        return fixedColumn + XLSX.utils.encode_col(c) + fixedRow + XLSX.utils.encode_row(r);
    });
}

/** Names that HyperFormula can't take: those that mean other cells in each row or column, and
    those that it would take for a cell. Their formulas, by the sheet's number and name. */
function strange(names)
{
    const found = new Map();
    const key = (name) => `${name.Sheet ?? ""}/${name.Name.toLowerCase()}`;
    const isStrange = (name) => moved(name.Ref, 1, 1) !== name.Ref || /^[A-Za-z]+[0-9]+$/.test(name.Name)
        || replaceNames(name.Ref, (word) => found.get(`/${word}`)) !== name.Ref;
    for (let before = -1; before !== found.size;)
    {
        before = found.size;
        names.filter(isStrange).forEach((name) => found.set(key(name), name.Ref));
    }
    return found;
}

/** What a cell of the file holds, as a person would type it. */
function content(cell, spell)
{
    if (!cell)
        return null;
    if (cell.f === undefined)
        return cell.t === "e" ? "=NA()" : cell.t === "s" && /^[='+\-@0-9.]/.test(cell.v) ? "'" + cell.v : cell.v;
    const formula = spell(cell.f.replace(/_xlfn\.(_xlws\.)?/g, ""));
    return cell.F ? `=ARRAYFORMULA(${formula})` : `=${formula}`;
}

function rows(sheet, number, names)
{
    const range = XLSX.utils.decode_range(sheet["!ref"] || "A1");
    const all = [];
    for (let row = 0; row <= range.e.r; ++row)
    {
        all.push([]);
        for (let column = 0; column <= range.e.c; ++column)
        {
            const name = XLSX.utils.encode_cell({ r: row, c: column });
            const cell = sheet[name];
            // An array formula fills its cells from its first one.
            const follows = cell && cell.F && cell.F.split(":")[0] !== name;
            const spell = (formula, depth = 0) => replaceNames(formula, (word) => {
                const means = names.get(`${number}/${word}`) ?? names.get(`/${word}`);
                return means === undefined || depth > 8 ? means : spell(moved(means, row, column), depth + 1);
            });
            all[row].push(follows ? null : content(cell, spell));
        }
    }
    return all;
}

function printed(value)
{
    if (value === null || value === undefined)
        return "";
    if (typeof value === "object")
        return value.value;
    return typeof value === "boolean" ? String(Number(value)) : String(value).replace(/[\t\n]/g, " ");
}

async function main()
{
    await new ExcelJS.Workbook().xlsx.readFile(file);
    const workbook = XLSX.read(fs.readFileSync(file));
    const sheets = {};
    const all = ((workbook.Workbook || {}).Names || []).filter((name) => !name.Name.startsWith("_xlnm"));
    const spelled = strange(all);
    workbook.SheetNames.forEach((name, i) => {
        sheets[name] = rows(workbook.Sheets[name], i, spelled);
    });
    const names = all
        .filter((name) => !spelled.has(`${name.Sheet ?? ""}/${name.Name.toLowerCase()}`))
        .map((name) => ({
            name: name.Name,
            expression: "=" + name.Ref,
            scope: name.Sheet === undefined ? undefined : name.Sheet,
        }));
    const engine = HyperFormula.buildFromSheets(
        sheets,
        {
            licenseKey: "gpl-v3",
            useArrayArithmetic: true,
            useWildcards: true,
            matchWholeCell: true,
            ignoreWhiteSpace: "any",
            useColumnIndex: true,
        },
        names);
    const lines = [];
    for (const name of workbook.SheetNames)
        engine.getSheetValues(engine.getSheetId(name)).forEach((row, i) => row.forEach((value, j) => {
            const text = printed(value);
            if (text !== "")
                lines.push(`${name}\t${i}\t${j}\t${text}`);
        }));
    fs.writeFileSync(result, lines.join("\n") + "\n");
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
