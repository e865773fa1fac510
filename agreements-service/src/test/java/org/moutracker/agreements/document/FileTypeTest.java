package org.moutracker.agreements.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileTypeTest {

    static byte[] beginning(FileType type) {
        return switch (type) {
            case PDF -> "%PDF-1.7\n".getBytes(UTF_8);
            case DOCX -> zip("word/document.xml", "<w/>");
            case XLSX -> zip("xl/workbook.xml", "<x/>");
            case ODT -> zip("mimetype", FileType.ODT.mediaType());
            case PNG -> HexFormat.of().parseHex("89504e470d0a1a0a0000000d");
            case JPEG -> HexFormat.of().parseHex("ffd8ffe000104a46");
            case TIFF -> HexFormat.of().parseHex("49492a0008000000");
            case TEXT -> "اتفاق 协议 agreement\r\n".getBytes(UTF_8);
        };
    }

    static byte[] zip(String name, String content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var data = content.getBytes(UTF_8);
            var crc = new CRC32();
            crc.update(data);
            var entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(data.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void a_file_begins_like_its_own_type_and_like_no_other(FileType type) {
        assertThat(Arrays.stream(FileType.values()).filter(other -> other.begins(beginning(type))))
                .containsExactly(type);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_too_short_to_begin_like_a_type_is_none(FileType type) {
        assertThat(type.begins("P".getBytes(UTF_8))).isEqualTo(type == FileType.TEXT);
    }

    @Test
    void a_zip_file_of_anything_is_no_document() {
        var zip = zip("payload.exe", "MZ");

        assertThat(Arrays.stream(FileType.values()).filter(type -> type.begins(zip)))
                .isEmpty();
    }

    @Test
    void an_office_file_may_begin_with_what_all_office_files_have() {
        assertThat(FileType.DOCX.begins(zip("[Content_Types].xml", "<t/>"))).isTrue();
        assertThat(FileType.XLSX.begins(zip("_rels/.rels", "<r/>"))).isTrue();
        assertThat(FileType.ODT.begins(zip("[Content_Types].xml", "<t/>"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "4d4d002a00000008,TIFF,true",
        "00010203,TEXT,false",
        "c3,TEXT,true",
        "c328,TEXT,false",
        "fffe4100,TEXT,false"
    })
    void bytes_are_looked_at_one_by_one(String hex, FileType type, boolean begins) {
        assertThat(type.begins(HexFormat.of().parseHex(hex))).isEqualTo(begins);
    }

    @Test
    void latin_1_is_not_the_text_that_is_kept() {
        assertThat(FileType.TEXT.begins("Façade".getBytes(ISO_8859_1))).isFalse();
    }
}
