// Prints the text of each page of a PDF as JSON, as pdf.js (Firefox) gives it out: node pdfjs_text.js PDFJS FILE
const fs = require("fs");

async function main(library, file) {
  const pdfjs = library.endsWith(".mjs") ? await import(library) : require(library);
  const data = new Uint8Array(fs.readFileSync(file));
  const document = await pdfjs.getDocument({ data, verbosity: 0, useSystemFonts: false }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
  }
  process.stdout.write(JSON.stringify(pages));
}

main(process.argv[2], process.argv[3]).then(
  () => process.exit(0),
  (error) => {
    console.error(String(error));
    process.exit(1);
  },
);
