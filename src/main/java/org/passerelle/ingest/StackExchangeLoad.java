package org.passerelle.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.LoadSink;
import org.passerelle.network.TextLanguage;
import org.passerelle.network.Visibility;

/**
 * Loads the dump of a question-and-answer site: Posts.xml, and where they lie beside it Users.xml for names and
 * Comments.xml. Files are read as a stream; document types and entities from outside are refused. An answer has the
 * title of its question as its subject, since that is what it answers. Kept in memory: title and accepted answer of every
 * question, and the names of users.
 */
final class StackExchangeLoad {
    private static final Pattern TAG = Pattern.compile("[^<>|]+");
    private static final Map<String, String> FILES =
            Map.of("users.xml", "users", "posts.xml", "posts", "comments.xml", "comments");

    private final String source;
    private final Visibility visibility;
    private final Intake intake;
    private final Batches batches;
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, String> questionOfAccepted = new HashMap<>();

    StackExchangeLoad(LoadRequest request, String source, LoadSink sink, Intake intake) {
        Visibility asked = request.visibility();
        this.source = source;
        this.visibility = asked == null ? Visibility.COMPANY : asked;
        this.intake = intake;
        this.batches = new Batches(sink, source, request.batchRows(), Mapping.Keep.CONTRIBUTIONS);
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Without document types there are no entities but the five of XML, which the JDK counts as well: a dump of a
        // few
        // megabytes would be over its limits, which are against entities made of entities.
        xml.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        xml.setProperty("jdk.xml.totalEntitySizeLimit", 0);
    }

    /** Whether a file of a dump is one that is read. */
    static boolean isRead(InputFile file) {
        return FILES.containsKey(file.plainName().toLowerCase(Locale.ROOT));
    }

    /** Reads the files, names first and comments last; gives back the batches it wrote. */
    Batches run(List<InputFile> files) {
        for (String kind : List.of("users", "posts", "comments")) {
            for (InputFile file : files) {
                if (kind.equals(FILES.get(file.plainName().toLowerCase(Locale.ROOT)))) {
                    read(file, kind);
                    batches.endOfFile();
                }
            }
        }
        return batches;
    }

    private void read(InputFile file, String kind) {
        long line = 1;
        intake.report(file);
        try (InputStream input = file.open(intake.bytesRead())) {
            XMLStreamReader reader = xml.createXMLStreamReader(input);
            while (reader.hasNext() && !intake.cancelled()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("row")) {
                    line = reader.getLocation().getLineNumber();
                    row(new Cells(reader), kind, file, line);
                }
            }
        } catch (XMLStreamException | EOFException _) {
            setAside(
                    file,
                    line + 1,
                    new BadRow(QuarantineCode.TRUNCATED_FILE, "XML that ends in the middle or cannot be read"));
        } catch (ZipException _) {
            setAside(file, line + 1, new BadRow(QuarantineCode.CORRUPT_FILE, "compressed data that cannot be read"));
        } catch (IOException _) {
            throw new UnusableInput(
                    file.path().toString(),
                    "expected a file that can be read to its end",
                    "Check the disk and load again");
        }
        intake.report(file);
    }

    private void row(Cells cells, String kind, InputFile file, long line) {
        intake.row(file);
        try {
            switch (kind) {
                case "users" -> cells.text("DisplayName").ifPresent(name -> names.put(id(cells), name));
                case "posts" -> post(cells);
                default -> comment(cells);
            }
        } catch (BadRow bad) {
            setAside(file, line, bad);
        }
    }

    private void setAside(InputFile file, long line, BadRow bad) {
        intake.setAside(new QuarantinedRow(file.name(), line, bad.code(), bad.found()));
    }

    /** The attributes of the row that the reader stands on. */
    private record Cells(XMLStreamReader reader) {
        Optional<String> text(String name) {
            return Optional.ofNullable(reader.getAttributeValue(null, name)).filter(text -> !text.isBlank());
        }

        String required(String name, QuarantineCode otherwise) throws BadRow {
            return text(name).orElseThrow(() -> new BadRow(otherwise, "no " + name));
        }
    }

    private static String id(Cells cells) {
        return cells.text("Id").orElse("");
    }

    private void post(Cells cells) throws BadRow {
        String id = cells.required("Id", QuarantineCode.MISSING_ID);
        String type = cells.text("PostTypeId").orElse("");
        if (type.equals("1")) {
            String title = cells.text("Title").map(MailText::withoutMarks).orElse("");
            titles.put(id, title);
            cells.text("AcceptedAnswerId").ifPresent(answer -> questionOfAccepted.put(answer, id));
            List<String> tags = TAG.matcher(cells.text("Tags").orElse(""))
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .toList();
            add(cells, new Part("p" + id, ContributionKind.QUESTION, title, "p" + id, null, null, tags), "Body");
        } else if (type.equals("2")) {
            String question = cells.required("ParentId", QuarantineCode.MISSING_VALUE);
            String met = questionOfAccepted.get(id);
            add(
                    cells,
                    new Part(
                            "p" + id,
                            ContributionKind.ANSWER,
                            titles.getOrDefault(question, ""),
                            "p" + question,
                            "p" + question,
                            met == null ? null : "p" + met,
                            List.of()),
                    "Body");
        }
        // Other types are the site's own: descriptions of tags, elections.
    }

    private void comment(Cells cells) throws BadRow {
        String id = cells.required("Id", QuarantineCode.MISSING_ID);
        String post = "p" + cells.required("PostId", QuarantineCode.MISSING_VALUE);
        add(cells, new Part("c" + id, ContributionKind.MESSAGE, "", null, post, null, List.of()), "Text");
    }

    /** What a row is, beside who, when and what it says. */
    private record Part(
            String id,
            ContributionKind kind,
            String subject,
            @Nullable String thread,
            @Nullable String repliesTo,
            @Nullable String resolves,
            List<String> topics) {}

    private void add(Cells cells, Part part, String textCell) throws BadRow {
        String text = MailText.withoutMarks(cells.text(textCell).orElse("")).strip();
        int score = score(cells);
        batches.add(
                List.of(new Contribution(
                        source,
                        part.id(),
                        Moments.ISO.moment(cells.required("CreationDate", QuarantineCode.MISSING_DATE)),
                        part.kind(),
                        "forum",
                        visibility,
                        text.isEmpty() ? null : ContributionRows.shortened(text, ContributionRows.TEXT_MAX),
                        part.subject().isEmpty()
                                ? null
                                : ContributionRows.shortened(part.subject(), ContributionRows.SUBJECT_MAX),
                        part.thread(),
                        ContributionRows.communityId(source),
                        TextLanguage.of(text).orElse(null),
                        author(cells),
                        List.of(),
                        List.of(),
                        part.repliesTo(),
                        part.resolves(),
                        List.of(),
                        part.topics(),
                        null,
                        Math.max(0, score))),
                LoadSink.Combine.LATEST,
                List.of());
    }

    private static int score(Cells cells) throws BadRow {
        try {
            return Integer.parseInt(cells.text("Score").orElse("0"));
        } catch (NumberFormatException _) {
            throw new BadRow(QuarantineCode.BAD_VALUE, "a Score that is no number");
        }
    }

    /** The author; one whose account was deleted is known by the name that is left of it. */
    private Account author(Cells cells) throws BadRow {
        Optional<String> user = cells.text("OwnerUserId").or(() -> cells.text("UserId"));
        if (user.isPresent()) {
            return Accounts.OWN.account(source, user.get(), names.get(user.get()));
        }
        String name = cells.text("OwnerDisplayName")
                .or(() -> cells.text("UserDisplayName"))
                .orElseThrow(() -> new BadRow(QuarantineCode.MISSING_SENDER, "no OwnerUserId"));
        return Accounts.OWN.account(source, "deleted " + name, name);
    }
}
