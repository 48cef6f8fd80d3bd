using TestForge.Bench;

return args switch
{
    ["crawl", var url, var pages, var tabs] => await CrawlBench.RunAsync(new(url), int.Parse(pages), int.Parse(tabs)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: TestForge.Bench crawl URL MAX_PAGES TABS");
    return 2;
}
