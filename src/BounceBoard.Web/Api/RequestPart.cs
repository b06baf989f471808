namespace BounceBoard.Web.Api;

/// <summary>One file of a request, to be read before the next one.</summary>
internal sealed record RequestPart(string Name, Stream Content);
