// Fills a PDF and saves it as pdf.js (Firefox) does: node pdfjs_fill.js PDFJS FILE VALUES TARGET
// VALUES is a JSON file: the value of each field by its full name; the last button of a group is chosen.
const fs = require("fs");

async function main(library, file, values, target) {
  const pdfjs = library.endsWith(".mjs") ? await import(library) : require(library);
  const given = JSON.parse(fs.readFileSync(values, "utf-8"));
  const data = new Uint8Array(fs.readFileSync(file));
  const document = await pdfjs.getDocument({ data, verbosity: 0, useSystemFonts: false }).promise;
  const chosen = {};
  for (let number = 1; number <= document.numPages; number++) {
    for (const item of await (await document.getPage(number)).getAnnotations({ intent: "display" })) {
      if (item.fieldType === "Tx") {
        document.annotationStorage.setValue(item.id, { value: given[item.fieldName] ?? given["*"] });
      } else if (item.checkBox) {
        document.annotationStorage.setValue(item.id, { value: true });
      } else if (item.radioButton) {
        if (chosen[item.fieldName]) document.annotationStorage.setValue(chosen[item.fieldName], { value: false });
        chosen[item.fieldName] = item.id;
        document.annotationStorage.setValue(item.id, { value: true });
      }
    }
  }
  fs.writeFileSync(target, await document.saveDocument());
}

main(...process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
