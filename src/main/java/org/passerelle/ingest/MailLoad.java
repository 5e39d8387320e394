package org.passerelle.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.LoadSink;
import org.passerelle.network.TextLanguage;
import org.passerelle.network.Visibility;

/** Loads mail and list archives: a message is a contribution, its id is kept as a digest only. */
final class MailLoad {
    private static final Pattern PERIOD =
            Pattern.compile("(?:\\d{4}|[a-z]+)(?:[-_]?(?:q[1-4]|\\d{1,4}|[a-z]+))?(?:[-_]\\d{1,2})?");
    private static final Pattern ENDING = Pattern.compile("\\.(gz|txt|mbox|mbx|eml)$", Pattern.CASE_INSENSITIVE);
    private static final int RECIPIENTS_MAX = 10_000;

    private final String source;
    private final Visibility visibility;
    private final Intake intake;
    private final Batches batches;

    MailLoad(LoadRequest request, String source, LoadSink sink, Intake intake) {
        Visibility asked = request.visibility();
        this.source = source;
        this.visibility = asked == null ? Visibility.PRIVATE : asked;
        this.intake = intake;
        this.batches = new Batches(sink, source, request.batchRows(), Mapping.Keep.CONTRIBUTIONS);
    }

    /** Reads the files; gives back the batches it wrote. */
    Batches run(List<InputFile> files) {
        for (InputFile file : files) {
            read(file);
            batches.endOfFile();
        }
        return batches;
    }

    private void read(InputFile file) {
        String community = visibility == Visibility.PRIVATE ? null : community(file);
        long line = 0;
        intake.report(file);
        try (MboxReader reader = new MboxReader(file.open(intake.bytesRead()))) {
            boolean more = true;
            while (more && !intake.cancelled()) {
                more = readMessage(reader, file, community);
                line = reader.line();
            }
        } catch (EOFException _) {
            setAside(
                    file, line + 1, new BadRow(QuarantineCode.TRUNCATED_FILE, "the compressed data end in the middle"));
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

    private boolean readMessage(MboxReader reader, InputFile file, @Nullable String community) throws IOException {
        MboxReader.Message message;
        try {
            message = reader.next();
        } catch (BadRow bad) {
            setAside(file, 1, bad);
            return true;
        }
        if (message == null) {
            return false;
        }
        intake.row(file);
        try {
            batches.add(List.of(contribution(message, community)), LoadSink.Combine.LATEST, List.of());
        } catch (BadRow bad) {
            setAside(file, message.line(), bad);
        }
        return true;
    }

    private void setAside(InputFile file, long line, BadRow bad) {
        intake.setAside(new QuarantinedRow(file.name(), line, bad.code(), bad.found()));
    }

    private Contribution contribution(MboxReader.Message message, @Nullable String community) throws BadRow {
        if (message.headerTooLong()) {
            throw new BadRow(QuarantineCode.BAD_MESSAGE, "a header of more than 64 KiB");
        }
        MailHeader header = new MailHeader(message.header());
        String id = header.messageIds("message-id").stream()
                .findFirst()
                .map(Hash::of)
                .orElseGet(() -> Hash.of(Hash.of(message.header()) + Hash.of(message.body())));
        List<String> references = header.messageIds("references");
        Optional<String> parent = header.messageIds("in-reply-to").stream()
                .findFirst()
                .or(() -> references.isEmpty() ? Optional.empty() : Optional.of(references.getLast()))
                .map(Hash::of)
                .filter(each -> !each.equals(id));
        Optional<String> root = references.stream().findFirst().map(Hash::of);
        Account by = sender(header, id);
        String text = visibility == Visibility.PRIVATE
                ? ""
                : String.valueOf(ContributionRows.shortened(
                        MailText.of(message.header(), message.body()), ContributionRows.TEXT_MAX));
        String subject = visibility == Visibility.PRIVATE ? "" : header.subject();
        ContributionKind first = community == null ? ContributionKind.MESSAGE : ContributionKind.POST;
        return new Contribution(
                source,
                id,
                at(header, message.envelope(), id),
                parent.isPresent() || header.saysReply() ? ContributionKind.REPLY : first,
                "mail",
                visibility,
                text.isEmpty() ? null : text,
                subject.isEmpty() ? null : ContributionRows.shortened(subject, ContributionRows.SUBJECT_MAX),
                root.or(() -> parent).orElse(id),
                community,
                text.isEmpty() ? null : TextLanguage.of(text).orElse(null),
                by,
                recipients(header, by, community),
                List.of(),
                parent.orElse(null),
                null,
                List.of(),
                List.of(),
                null,
                0,
                WebAddress.archivedAt(header.first("archived-at")));
    }

    private Account sender(MailHeader header, String id) throws BadRow {
        for (MailHeader.Mailbox mailbox : header.mailboxes("from")) {
            try {
                return Accounts.MAIL.account(source, mailbox.address(), mailbox.name());
            } catch (BadRow _) {
                throw new BadRow(QuarantineCode.BAD_ADDRESS, "a sender that is no mail address, in message " + id);
            }
        }
        throw new BadRow(QuarantineCode.MISSING_SENDER, "no sender's address in message " + id);
    }

    /** The header's date; the archive's own line where that is none. */
    private static Instant at(MailHeader header, String envelope, String id) throws BadRow {
        Instant at = MailDates.of(header.first("date"))
                .or(() -> MailDates.of(envelope))
                .orElseThrow(() -> new BadRow(
                        header.first("date").isEmpty() ? QuarantineCode.MISSING_DATE : QuarantineCode.BAD_DATE,
                        "no date that can be read, in message " + id));
        try {
            return Moments.checked(at);
        } catch (BadRow bad) {
            throw new BadRow(bad.code(), bad.found() + ", in message " + id);
        }
    }

    /** Whom it names, without its sender and without the list itself. */
    private List<Account> recipients(MailHeader header, Account by, @Nullable String community) {
        Map<String, Account> recipients = new LinkedHashMap<>();
        String list = header.first("list-post").toLowerCase(Locale.ROOT);
        for (String field : List.of("to", "cc")) {
            for (MailHeader.Mailbox mailbox : header.mailboxes(field)) {
                try {
                    Account account = Accounts.MAIL.account(source, mailbox.address(), mailbox.name());
                    boolean itself = list.contains(account.address())
                            || (community != null && account.address().startsWith(listName(community) + "@"));
                    if (!itself && !account.key().equals(by.key()) && recipients.size() < RECIPIENTS_MAX) {
                        recipients.putIfAbsent(account.key(), account);
                    }
                } catch (BadRow _) {
                    // A recipient that cannot be written to is nobody; the message stays.
                }
            }
        }
        return List.copyOf(recipients.values());
    }

    private static String listName(String community) {
        return community.substring(community.indexOf(':') + 1);
    }

    /** The archive's folder where the file is called after a time, else the file. */
    static String community(InputFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        for (String shorter = ENDING.matcher(name).replaceFirst("");
                !shorter.equals(name);
                shorter = ENDING.matcher(name).replaceFirst("")) {
            name = shorter;
        }
        Path folder = file.path().toAbsolutePath().normalize().getParent();
        boolean period = name.matches(".*\\d{4}.*") && PERIOD.matcher(name).matches();
        String list = period && folder != null && folder.getFileName() != null
                ? folder.getFileName().toString()
                : name;
        return ContributionRows.communityId(list);
    }
}
