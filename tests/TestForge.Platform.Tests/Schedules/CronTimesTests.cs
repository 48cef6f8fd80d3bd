using TestForge.Platform.Schedules;

namespace TestForge.Platform.Tests.Schedules;

public sealed class CronTimesTests
{
    [Fact]
    public void A_time_that_does_not_exist_when_clocks_go_forward_comes_right_after()
    {
        // Berlin, 31 March 2030: 02:00 becomes 03:00.
        var times = CronTimes.After("30 2 * * *", "Europe/Berlin", At(2030, 3, 30, 0, 0), 3);

        times.ShouldBe([At(2030, 3, 30, 1, 30), At(2030, 3, 31, 1, 0), At(2030, 4, 1, 0, 30)]);
    }

    [Fact]
    public void A_time_that_exists_twice_when_clocks_go_back_comes_once()
    {
        // Berlin, 27 October 2030: 03:00 becomes 02:00.
        var times = CronTimes.After("30 2 * * *", "Europe/Berlin", At(2030, 10, 26, 12, 0), 2);

        times.ShouldBe([At(2030, 10, 27, 0, 30), At(2030, 10, 28, 1, 30)]);
    }

    [Fact]
    public void Times_stay_at_their_hour_of_the_wall_over_the_year()
    {
        CronTimes.After("0 6 * * *", "America/New_York", At(2030, 1, 15, 0, 0), 1).ShouldBe([At(2030, 1, 15, 11, 0)]);
        CronTimes.After("0 6 * * *", "America/New_York", At(2030, 7, 15, 0, 0), 1).ShouldBe([At(2030, 7, 15, 10, 0)]);
    }

    [Fact]
    public void A_day_that_never_comes_has_no_time() => CronTimes.After("0 0 30 2 *", "UTC", At(2030, 1, 1, 0, 0), 5).ShouldBeEmpty();

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("UTC", true)]
    [InlineData("W. Europe Standard Time", false)]
    [InlineData("", false)]
    [InlineData("../zoneinfo/UTC", false)]
    public void Only_names_of_the_IANA_list_are_time_zones(string zone, bool known) => (CronTimes.WhyNoZone(zone) is null).ShouldBe(known);

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
