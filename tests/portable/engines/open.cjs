// open.cjs COPY.xlsx: SheetJS and ExcelJS open it. Without a copy: are they there?

"use strict";

const XLSX = require("xlsx");
const ExcelJS = require("exceljs");

const [, , file] = process.argv;

async function main()
{
    if (!file)
        return;
    const names = XLSX.readFile(file).SheetNames;
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    if (names.length === 0 || names.length !== workbook.worksheets.length)
        throw new Error("not all sheets are there");
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
