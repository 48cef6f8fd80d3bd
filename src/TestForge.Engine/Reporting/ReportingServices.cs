using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Engine.Claude;
using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.Html;
using TestForge.Engine.Reporting.Insights;
using TestForge.Engine.Reporting.Writers;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting;

internal static class ReportingServices
{
    /// <summary>Adds the report stage and its formats. Needs an <see cref="IArtifactStore"/>, an <see cref="IPdfPrinter"/> and logging.</summary>
    public static IServiceCollection AddReporting(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ReportingOptions>().ValidateDataAnnotations();
        services.AddVision();
        services.AddClaude();
        services.TryAddSingleton<LookReader>();
        services.TryAddSingleton<InsightWriter>();
        services.TryAddSingleton<ReportDocument>();
        services.TryAddSingleton<IPdfPrinter, BrowserPdfPrinter>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IReportWriter, JsonReportWriter>(),
            ServiceDescriptor.Singleton<IReportWriter, JUnitReportWriter>(),
            ServiceDescriptor.Singleton<IReportWriter, HtmlReportWriter>(),
            ServiceDescriptor.Singleton<IReportWriter, PdfReportWriter>(),
            ServiceDescriptor.Singleton<IReportWriter, MarkdownReportWriter>(),
            ServiceDescriptor.Singleton<IReportWriter, CtrfReportWriter>(),
            ServiceDescriptor.Singleton<IReportWriter, SarifReportWriter>(),
            ServiceDescriptor.Singleton<IReportWriter, AllureReportWriter>(),
        ]);
        services.TryAddSingleton<IStage<ReportInput, ReportOutput>, ReportStage>();
        return services;
    }
}
