using System.Net;
using System.Text.RegularExpressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.TestKit.Hosts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Web.Tests.Hosting;

/// <summary>The whole host over a data directory of its own, without a browser.</summary>
public sealed partial class WebHost : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery staple";

    private readonly string _folder = Directory.CreateTempSubdirectory("bounceboard-web-").FullName;

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A client without a session that shows redirects instead of following them.</summary>
    public HttpClient Stranger() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A client signed in by the sign-in page.</summary>
    public async Task<HttpClient> SignedInAsync(string email)
    {
        var client = Stranger();
        var answer = await SignInAsync(client, email, Password, "/");
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}.");
    }

    public static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string email, string password, string returnUrl)
    {
        var address = $"/login?returnUrl={Uri.EscapeDataString(returnUrl)}";
        var page = await client.GetStringAsync(address);
        return await client.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "login",
            ["__RequestVerificationToken"] = Token(page),
            ["Email"] = email,
            ["Password"] = password,
        }));
    }

    /// <summary>A person with a password.</summary>
    public async Task<Actor> PersonAsync(string name, InstallationRole role)
    {
        var email = $"{name}@msp.example";
        var invited = Value(await Get<InstallationUsers>().AddAsync(Actor.System, email, name, role, false, default));
        Value(await Get<OneTimeLinks>().RedeemAsync(invited.Token ?? "", Password, default));
        return Actor.Person(invited.UserId, email);
    }

    public async Task<TenantId> TenantAsync(string slug) =>
        Value(await Get<TenantAdministration>().AddAsync(Actor.System, slug, $"Tenant {slug}", default)).Id;

    public static T Value<T>(OperationResult<T> result) =>
        result.TryGet(out var value) ? value : throw new InvalidOperationException(result.Problem);

    public static string Token(string page) => AntiforgeryField().Match(page).Groups[1].Value;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("BounceBoard:DataDirectory", Path.Combine(_folder, "data"));
        // No test asks a resolver; this one is nobody.
        builder.UseSetting("Dns:UseSystem", "false");
        builder.UseSetting("Dns:UseAuthoritative", "false");
        builder.UseSetting("Dns:Resolvers:0:Address", "127.0.0.1");
        builder.UseSetting("Web:SignInsPerMinute", "1000");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            TempFolder.Remove(_folder);
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex AntiforgeryField();
}
