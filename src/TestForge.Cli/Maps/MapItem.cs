namespace TestForge.Cli.Maps;

/// <summary>A thing of a map, so that it can be found in another map and compared.</summary>
/// <param name="Kind">As in <see cref="MapChange"/>.</param>
/// <param name="What">Unique in its map.</param>
/// <param name="Traits">What may change, by name.</param>
/// <param name="OtherNames">Names under which another map may have it.</param>
internal sealed record MapItem(string Kind, string What, IReadOnlyDictionary<string, string> Traits, IReadOnlyList<string> OtherNames);
