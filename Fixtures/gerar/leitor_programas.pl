# Spreadsheet::WriteExcel 2.40 and Excel::Writer::XLSX 1.10, called by leitor_programas.py with a folder.
use strict;
use utf8;
use Excel::Writer::XLSX;
use Spreadsheet::WriteExcel;

my $folder = shift;
for (['Spreadsheet::WriteExcel', 'perl.xls'], ['Excel::Writer::XLSX', 'perl.xlsx']) {
    my ($class, $name) = @$_;
    my $book = $class->new("$folder/$name");
    $book->set_1904();
    my $chart = $book->add_chart(type => 'column', name => 'Gráfico');
    my $sheet = $book->add_worksheet('Ação');
    $book->add_worksheet('Oculta')->hide();
    $chart->add_series(values => '=Ação!$A$1:$A$3');
    # Dates by a built-in format, by one of East Asia, by codes with colours, conditions and literals.
    my $row = 0;
    for my $code (14, 31, 57, '[$-416]d "de" mmmm', '[Red]dd/mm/yy;@', '[>0]dd/mm/yy;"não"', '[h]:mm:ss',
        '"dia" 0', '[$R$-416] #,##0.00', '_(* #,##0_)', 'General;[Red]General', '0\\d') {
        my $format = $book->add_format(num_format => $code);
        $sheet->write_number($row, 0, 44502.5, $format);
        $sheet->write_number($row++, 1, -1, $format);
    }
    my $day = $book->add_format(num_format => 'dd/mm/yyyy');
    $sheet->write_string(0, 3, 'João 日本', $day);
    $sheet->write_formula(1, 3, '=A1+1', $day, 44503);
    $sheet->write_formula(2, 3, '="a"&"b"', $day, 'ab');
    $sheet->write_blank(3, 3, $day);
    $sheet->write_url(4, 3, 'http://example.com/');
    $book->close();
}
