using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TestForge.Platform.Search;

public static class SearchModule
{
    public static IServiceCollection AddSearch(this IServiceCollection services, bool postgreSql) =>
        postgreSql ? services.AddSingleton<ITextMatch, FullTextMatch>() : services.AddSingleton<ITextMatch, LikeMatch>();

    public static void MapSearch(this IEndpointRouteBuilder api) => SearchAll.Map(api.MapGroup("/search").WithTags("Search"));
}
