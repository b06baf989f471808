using System.Net;

namespace BounceBoard.Operations.Outside;

/// <summary>A body that leaves only after its owner agreed, and only once: the connection stands by then, so what fails before has surely set nothing going.</summary>
internal sealed class HeldContent(byte[] body, Func<CancellationToken, Task<bool>> beforeBody, CancellationToken cancellationToken) : HttpContent
{
    private bool _isAsked;

    /// <summary>The owner said no.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>From here on the other side may have it.</summary>
    public bool HasLeft { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        if (_isAsked)
        {
            throw new IOException("This body is sent once.");
        }
        _isAsked = true;
        if (!await beforeBody(cancellationToken))
        {
            IsRefused = true;
            throw new IOException("The post was called off.");
        }
        HasLeft = true;
        await stream.WriteAsync(body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
