"""Times the forward passes of a network for photos alone, in timm: what ForwardTime.java times in sid4j.

    forward_time.py NETWORK SIZE IMAGES THREADS

Needs torch and timm.
"""
import sys
import time

import timm
import torch

BATCH = 32
name, (size, images, threads) = sys.argv[1], map(int, sys.argv[2:])
torch.set_num_threads(threads)
network = timm.create_model(name, pretrained=False).eval()
batch = torch.randn(BATCH, 3, size, size)
with torch.inference_mode():
    network.forward_head(network.forward_features(batch), pre_logits=True)
    begun, cpu = time.perf_counter(), time.process_time()
    rounds = -(-images // BATCH)
    for _ in range(rounds):
        network.forward_head(network.forward_features(batch), pre_logits=True)
each = 1000 / rounds / BATCH
print(
    f"timm {name} {size} px: {each * (time.perf_counter() - begun):.2f} ms an image,"
    f" {each * (time.process_time() - cpu):.2f} ms of processor time"
)
