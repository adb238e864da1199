// Apache POI 4.0.1, called by leitor_programas.py with a folder.
import java.io.FileOutputStream;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.*;
import org.apache.poi.ss.util.CellRangeAddress;

public class LeitorProgramas {
  public static void main(String[] args) throws Exception {
    try (Workbook book = new HSSFWorkbook(); FileOutputStream out = new FileOutputStream(args[0] + "/poi.xls")) {
      Sheet sheet = book.createSheet("Ação €");
      CellStyle day = book.createCellStyle();
      day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
      Row row = sheet.createRow(0);
      row.createCell(0).setCellValue("João 😀");
      row.createCell(1).setCellValue(331.4805);
      row.createCell(2).setCellValue(true);
      row.createCell(3).setCellErrorValue(FormulaError.NA.getCode());
      row.createCell(4).setCellValue("");
      row = sheet.createRow(1);
      String[] formulas = {"B1*2", "\"a\"&\"Ж\"", "1/0", "1=1", "\"\"", "REPT(\"Ж\",9000)", "DATE(2025,11,3)"};
      for (int column = 0; column < formulas.length; column++) {
        row.createCell(column).setCellFormula(formulas[column]);
        row.getCell(column).setCellStyle(day);
      }
      sheet.setArrayFormula("A1&\"!\"", new CellRangeAddress(2, 3, 0, 0));
      Font bold = book.createFont();
      bold.setBold(true);
      // Rich texts over several Continue records, narrow and wide.
      for (int number = 0; number < 900; number++) {
        HSSFRichTextString text = new HSSFRichTextString("rico " + number + (number % 3 == 0 ? " Ж" : ""));
        text.applyFont(0, 4, bold);
        sheet.createRow(10 + number).createCell(0).setCellValue(text);
      }
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      book.createSheet("Muito oculta").createRow(65535).createCell(255).setCellValue("canto");
      book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
      book.write(out);
    }
  }
}
