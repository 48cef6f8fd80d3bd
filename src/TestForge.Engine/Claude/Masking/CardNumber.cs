namespace TestForge.Engine.Claude.Masking;

/// <summary>Tells numbers of payment cards from other digits (ISO/IEC 7812: 12 to 19 digits, check digit by Luhn).</summary>
internal static class CardNumber
{
    public static bool Is(string text)
    {
        int[] digits = [.. text.Where(char.IsAsciiDigit).Select(c => c - '0')];
        if (digits.Length is < 12 or > 19 || digits.Distinct().Count() == 1)
        {
            return false;
        }

        var sum = 0;
        foreach (var (i, digit) in digits.Reverse().Index())
        {
            var value = i % 2 == 1 ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }
}
