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

/** What a cell of the file holds, as a person would type it. */
function content(cell)
{
    if (!cell)
        return null;
    if (cell.f === undefined)
        return cell.t === "e" ? "=NA()" : cell.t === "s" && /^[='+\-@0-9.]/.test(cell.v) ? "'" + cell.v : cell.v;
    const formula = cell.f.replace(/_xlfn\.(_xlws\.)?/g, "");
    return cell.F ? `=ARRAYFORMULA(${formula})` : `=${formula}`;
}

function rows(sheet)
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
            all[row].push(follows ? null : content(cell));
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
    for (const name of workbook.SheetNames)
        sheets[name] = rows(workbook.Sheets[name]);
    const names = ((workbook.Workbook || {}).Names || [])
        .filter((name) => !name.Name.startsWith("_xlnm"))
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
