using BounceBoard.Operations;
using BounceBoard.Web.Hosting;

var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = published ? AppContext.BaseDirectory : null });
builder.WebHost.UseStaticWebAssets();
builder.UseDefaultAddress();
builder.Services.AddOperations(builder.Configuration).AddWeb();

var app = builder.Build();
try
{
    // Some of it opens the database: cookies are protected with keys that stand there.
    app.UseWeb();
    app.MapWeb();
    await app.RunAsync();
    return 0;
}
catch (Exception fault) when (StartFault.Explain(fault) is { } text)
{
    await Console.Error.WriteLineAsync(text);
    return 1;
}

/// <summary>The web host.</summary>
public partial class Program;
