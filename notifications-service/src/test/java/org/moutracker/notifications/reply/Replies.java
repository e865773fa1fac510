package org.moutracker.notifications.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Replies as the usual calendar programs write them, by mails of theirs; names and addresses are ours. */
public final class Replies {

    private Replies() {}

    /** What Google Calendar writes. */
    public static String google(String uid, int sequence, String attendee, String partStat, String stamp) {
        return """
                BEGIN:VCALENDAR
                PRODID:-//Google Inc//Google Calendar 70.9054//EN
                VERSION:2.0
                CALSCALE:GREGORIAN
                METHOD:REPLY
                BEGIN:VEVENT
                DTSTART:20251110T050000Z
                DTEND:20251110T090000Z
                DTSTAMP:%5$s
                ORGANIZER;CN=MoU Tracker:mailto:replies@moutracker.local
                UID:%1$s
                ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=%4$s;CN=%3$s;X-NUM
                 -GUESTS=0:mailto:%3$s
                CREATED:20251027T060000Z
                DESCRIPTION:For you (Asia/Karachi): Monday 10 November 2025\\, 10:00–14:00
                LAST-MODIFIED:%5$s
                LOCATION:Islamabad
                SEQUENCE:%2$d
                STATUS:CONFIRMED
                SUMMARY:First meeting
                TRANSP:OPAQUE
                END:VEVENT
                END:VCALENDAR
                """.formatted(uid, sequence, attendee, partStat, stamp).replace("\n", "\r\n");
    }

    /** What Outlook and Exchange write: with a zone of their own, an alarm, addresses in capitals and tabs that fold. */
    public static String outlook(String uid, int sequence, String attendee, String partStat, String stamp) {
        return """
                BEGIN:VCALENDAR
                METHOD:REPLY
                PRODID:Microsoft Exchange Server 2010
                VERSION:2.0
                BEGIN:VTIMEZONE
                TZID:Pakistan Standard Time
                BEGIN:STANDARD
                DTSTART:16010101T000000
                TZOFFSETFROM:+0500
                TZOFFSETTO:+0500
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                ATTENDEE;PARTSTAT=%4$s;CN="Zaid, Zuhair":MAILTO:%3$s
                COMMENT;LANGUAGE=en-US:\\n
                UID:%1$s
                SUMMARY;LANGUAGE=en-US:Accepted: First meeting
                DTSTART;TZID=Pakistan Standard Time:20251110T100000
                DTEND;TZID=Pakistan Standard Time:20251110T140000
                CLASS:PUBLIC
                PRIORITY:5
                DTSTAMP:%5$s
                TRANSP:OPAQUE
                STATUS:CONFIRMED
                SEQUENCE:%2$d
                LOCATION;LANGUAGE=en-US:Islamabad
                X-MICROSOFT-CDO-APPT-SEQUENCE:%2$d
                X-MICROSOFT-CDO-BUSYSTATUS:BUSY
                BEGIN:VALARM
                DESCRIPTION:REMINDER
                TRIGGER;RELATED=START:-PT15M
                ATTENDEE:MAILTO:nobody@example.com
                UID:alarm
                ACTION:DISPLAY
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """.formatted(uid, sequence, attendee, partStat, stamp)
                .replace("MAILTO:" + attendee, "MAIL\n\tTO:" + attendee)
                .replace("\n", "\r\n");
    }

    /** What Apple's Calendar writes, with the ends of lines of a Unix system as some gateways make them. */
    public static String apple(String uid, int sequence, String attendee, String partStat, String stamp) {
        return """
                BEGIN:VCALENDAR
                CALSCALE:GREGORIAN
                VERSION:2.0
                X-APPLE-CALENDAR-COLOR:#FFFFFF
                METHOD:REPLY
                PRODID:-//Apple Inc.//macOS 14.5//EN
                BEGIN:VEVENT
                TRANSP:OPAQUE
                DTEND:20251110T090000Z
                ORGANIZER;CN="MoU Tracker":mailto:replies@moutracker.local
                UID:%1$s
                DTSTAMP:%5$s
                LOCATION:Islamabad
                SEQUENCE:%2$d
                SUMMARY:First meeting
                DTSTART:20251110T050000Z
                CREATED:20251027T060000Z
                ATTENDEE;CN="Ayesha Khan";CUTYPE=INDIVIDUAL;PARTSTAT=%4$s;ROLE=REQ-PAR
                 TICIPANT:mailto:%3$s
                END:VEVENT
                END:VCALENDAR
                """.formatted(uid, sequence, attendee, partStat, stamp);
    }

    /** As Gmail sends it: with a text, and the calendar once more as a file. */
    public static String googleMail(String from, String calendar) {
        return """
                MIME-Version: 1.0
                Reply-To: %1$s
                Sender: Google Calendar <calendar-notification@google.com>
                Message-ID: <calendar-1@google.com>
                Date: Mon, 27 Oct 2025 09:29:10 +0000
                Subject: Accepted: First meeting
                From: %1$s
                To: replies@moutracker.local
                Content-Type: multipart/mixed; boundary="000000000000abcdef"

                --000000000000abcdef
                Content-Type: multipart/alternative; boundary="000000000000abcdee"

                --000000000000abcdee
                Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes
                Content-Transfer-Encoding: base64

                QXllc2hhIGhhcyBhY2NlcHRlZA==
                --000000000000abcdee
                Content-Type: text/calendar; charset="UTF-8"; method=REPLY
                Content-Transfer-Encoding: 8bit

                %2$s
                --000000000000abcdee--
                --000000000000abcdef
                Content-Type: application/ics; name="invite.ics"
                Content-Disposition: attachment; filename="invite.ics"
                Content-Transfer-Encoding: base64

                %3$s
                --000000000000abcdef--
                """.formatted(from, calendar.strip(), base64(calendar)).replaceAll("\\R", "\r\n");
    }

    /** As Exchange sends it: the calendar in base64 beside the text, its method in capitals or not at all. */
    public static String outlookMail(String from, String calendar) {
        return """
                From: =?utf-8?B?WmFpZCwgWnVoYWly?= <%1$s>
                To: MoU Tracker <replies@moutracker.local>
                Subject: Accepted: First meeting
                Date: Mon, 27 Oct 2025 09:30:10 +0000
                Message-ID: <AM0PR01MB1@prod.outlook.com>
                Content-Type: multipart/alternative;
                	boundary="_000_AM0PR01MB1_"
                MIME-Version: 1.0

                --_000_AM0PR01MB1_
                Content-Type: text/plain; charset="us-ascii"

                --_000_AM0PR01MB1_
                Content-Type: text/calendar; charset="utf-8"
                Content-Transfer-Encoding: base64

                %2$s
                --_000_AM0PR01MB1_--
                """.formatted(from, base64(calendar)).replaceAll("\\R", "\r\n");
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
