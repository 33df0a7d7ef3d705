// Fills a PDF and saves it as pdf-lib does: node pdflib_fill.js MODULES FILE VALUES TARGET [FONT]
// VALUES is a JSON file: the value of each field by its full name. FONT draws letters that its own has not.
const fs = require("fs");
const path = require("path");

async function main(modules, file, values, target, font) {
  const { PDFDocument, PDFTextField, PDFCheckBox, PDFRadioGroup } = require(path.join(modules, "pdf-lib"));
  const given = JSON.parse(fs.readFileSync(values, "utf-8"));
  const document = await PDFDocument.load(fs.readFileSync(file));
  const form = document.getForm();
  for (const field of form.getFields()) {
    const value = given[field.getName()];
    if (field instanceof PDFTextField) field.setText(value);
    else if (field instanceof PDFCheckBox) field.check();
    else if (field instanceof PDFRadioGroup) field.select(value);
  }
  if (font) {
    require(path.join(modules, "regenerator-runtime"));
    document.registerFontkit(require(path.join(modules, "@pdf-lib/fontkit")));
    form.updateFieldAppearances(await document.embedFont(fs.readFileSync(font), { subset: false }));
  }
  fs.writeFileSync(target, await document.save({ updateFieldAppearances: !font }));
}

main(...process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    console.error(String(error));
    process.exit(1);
  },
);
