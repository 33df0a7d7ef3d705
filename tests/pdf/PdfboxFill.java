// Fills a PDF and saves it as PDFBox does: java -cp PDFBOX PdfboxFill.java FILE VALUES TARGET
// VALUES has a line for each field: its full name, a tab, its value.
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;

public class PdfboxFill {
  public static void main(String[] given) throws Exception {
    try (PDDocument document = PDDocument.load(new File(given[0]))) {
      for (String line : Files.readAllLines(Path.of(given[1]))) {
        String[] pair = line.split("\t", 2);
        PDField field = document.getDocumentCatalog().getAcroForm().getField(pair[0]);
        try {
          if (field instanceof PDCheckBox) ((PDCheckBox) field).check();
          else if (field instanceof PDRadioButton) ((PDRadioButton) field).setValue(pair[1]);
          else field.setValue(pair[1]);
        } catch (IllegalArgumentException refused) {
          System.err.println(pair[0] + ": " + refused.getMessage());
        }
      }
      document.save(given[2]);
    }
  }
}
