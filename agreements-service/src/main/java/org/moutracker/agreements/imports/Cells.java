package org.moutracker.agreements.imports;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;

/**
 * What is in the cells of a spreadsheet's row, as text.
 *
 * @param wrong what is wrong with cells, by their column
 */
record Cells(List<String> texts, Map<Integer, String> wrong) {

    // The formats of days that a workbook need not spell out, and what others have in them.
    private static final Set<Integer> BUILT_IN =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
    private static final Pattern DAY = Pattern.compile("(?i)(?=.*y)(?=.*[md]).*");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^]]*]");

    Cells(Row row) {
        this(new ArrayList<>(), new TreeMap<>());
        for (var i = 0; i < row.getCellCount(); i++) {
            var cell = row.getCell(i);
            texts.add(cell == null ? "" : text(i, cell));
        }
    }

    boolean isEmpty() {
        return wrong.isEmpty() && texts.stream().allMatch(String::isBlank);
    }

    private String text(int column, Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> isDay(cell) ? day(column, cell) : number(cell);
            case STRING -> cell.asString();
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case FORMULA -> {
                wrong.put(column, "is a formula: give its value");
                yield "";
            }
            case ERROR -> {
                wrong.put(column, "is an error of the spreadsheet: " + cell.getRawValue());
                yield "";
            }
            case EMPTY -> "";
        };
    }

    private static boolean isDay(Cell cell) {
        var id = cell.getDataFormatId();
        var format = cell.getDataFormatString();
        return (id != null && BUILT_IN.contains(id))
                || (format != null
                        && DAY.matcher(LITERAL.matcher(format).replaceAll("")).matches());
    }

    private String day(int column, Cell cell) {
        var moment = cell.asDate();
        if (!moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            wrong.put(column, "has a time of day: give the day alone");
        }
        return moment.toLocalDate().toString();
    }

    private static String number(Cell cell) {
        var number = cell.asNumber();
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
