using System.Net;
using System.Text;
using MimeKit;

namespace TestForge.Platform.Notifications;

/// <summary>A run's end as a mail, in text and in HTML. Words of others are encoded, and cannot begin a new header.</summary>
internal static class MailText
{
    private const int LongestSubject = 200;

    public static MimeMessage Of(MailOptions options, IReadOnlyList<string> to, Guid message, RunNews news)
    {
        var mail = new MimeMessage();
        mail.From.Add(new MailboxAddress(OneLine(options.FromName), options.From!));
        mail.To.AddRange(to.Select(t => new MailboxAddress(null, t)));
        mail.Subject = OneLine(news.Title);

        // The same for every attempt, so that a mail that came twice is seen to be one; and nobody's holiday answers it (RFC 3834).
        mail.MessageId = $"{message:N}@{options.From!.Split('@')[^1]}";
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "All");
        mail.Body = new BodyBuilder { TextBody = Text(news), HtmlBody = Html(news) }.ToMessageBody();
        return mail;
    }

    /// <summary>Whether a text is one plain address and nothing else that mail would take for more.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= 254 && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '"' or '(' or ')')
        && MailboxAddress.TryParse(text, out var address) && address.Address == text && text.IndexOf('@', StringComparison.Ordinal) is > 0 and < 65 && text[^1] != '@';

    private static string Text(RunNews news)
    {
        var text = new StringBuilder().Append(OneLine(news.Title)).Append("\n\n");
        foreach (var (name, value) in news.Facts())
        {
            text.Append(name).Append(": ").Append(OneLine(value)).Append('\n');
        }

        return text.ToString();
    }

    private static string Html(RunNews news)
    {
        var html = new StringBuilder("<!doctype html><html><body style=\"font-family:sans-serif\"><h1 style=\"font-size:18px\">").Append(WebUtility.HtmlEncode(OneLine(news.Title))).Append("</h1><table>");
        foreach (var (name, value) in news.Facts())
        {
            html.Append("<tr><th align=\"left\">").Append(WebUtility.HtmlEncode(name)).Append("</th><td>").Append(WebUtility.HtmlEncode(value)).Append("</td></tr>");
        }

        return html.Append("</table></body></html>").ToString();
    }

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return line.Length <= LongestSubject ? line : line[..LongestSubject];
    }
}
