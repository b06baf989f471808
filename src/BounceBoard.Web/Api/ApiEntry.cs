using BounceBoard.Operations.ApiTokens;

namespace BounceBoard.Web.Api;

/// <summary>What every call of the API goes through: token, scope, tenant.</summary>
internal static class ApiEntry
{
    /// <returns>The caller, or the answer that refuses the call.</returns>
    public static async Task<(ApiCaller? Caller, IResult? Refusal)> FindAsync(
        HttpRequest request, string slug, string scope, ApiTokenCheck tokens, CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(Bearer(request), scope, cancellationToken) is not { } caller)
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return (null, Problem(StatusCodes.Status401Unauthorized, $"Send 'Authorization: Bearer bb_live_…' with a token that has the scope '{scope}'."));
        }
        // The token opens one tenant; another one's address does not exist for it.
        return caller.Tenant.Slug == slug
            ? (caller, null)
            : (null, Problem(StatusCodes.Status404NotFound, "There is no such tenant for this token."));
    }

    public static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);

    private static string Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : "";
}
