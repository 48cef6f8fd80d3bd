using System.Globalization;
using System.Text.RegularExpressions;

namespace TestForge.Cli.Demo;

// The same rules as the attributes of the forms: a browser may be told to skip its own checks.
internal static partial class FieldRules
{
    public const string PhonePattern = @"\+?[0-9 ]{7,16}";
    public const string PostcodePattern = "[A-Za-z]{1,2}[0-9][0-9A-Za-z]? ?[0-9][A-Za-z]{2}";

    public static bool Text(string value, int shortest, int longest) => value.Length >= shortest && value.Length <= longest;

    public static bool Email(string value) => value.Length <= 100 && EmailShape().IsMatch(value);

    public static bool Phone(string value) => value.Length == 0 || PhoneShape().IsMatch(value);

    public static bool Postcode(string value) => PostcodeShape().IsMatch(value);

    public static bool Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most;

    public static bool Date(string value, DateOnly first, DateOnly last) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day >= first && day <= last;

    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)*\z")]
    private static partial Regex EmailShape();

    [GeneratedRegex("^" + PhonePattern + @"\z")]
    private static partial Regex PhoneShape();

    [GeneratedRegex("^" + PostcodePattern + @"\z")]
    private static partial Regex PostcodeShape();
}
